import type { IncomingMessage, ServerResponse } from "node:http";

export type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

export type RequestGate = {
  take: (request: IncomingMessage, response: ServerResponse) => void;
  /** From now on new requests get 503; settles when those under way have been answered. */
  close: () => Promise<void>;
};

/** Lets requests in until it is closed, and knows how many are under way. */
export function createRequestGate(handle: Handle, onFault: (error: unknown) => void): RequestGate {
  let underWay = 0;
  let isClosed = false;
  let onQuiet: (() => void) | null = null;

  function finish(): void {
    underWay -= 1;
    if (underWay === 0) onQuiet?.();
  }

  return {
    take: (request, response) => {
      if (isClosed) return refuse(response);
      underWay += 1;
      response.once("close", finish);
      handle(request, response).catch((error: unknown) => {
        onFault(error);
        if (!response.headersSent) response.writeHead(500, { "content-type": "text/plain; charset=utf-8" });
        response.end("Something went wrong on the server. What was asked for may or may not have happened.\n");
      });
    },
    close: () => {
      isClosed = true;
      if (underWay === 0) return Promise.resolve();
      return new Promise((done) => {
        onQuiet = done;
      });
    },
  };
}

function refuse(response: ServerResponse): void {
  response.writeHead(503, {
    "content-type": "text/plain; charset=utf-8",
    "retry-after": "2",
    connection: "close",
    "cache-control": "no-store",
  });
  response.end("Holdpoint is restarting. Try again in a moment.\n");
}
