import type { Server as HttpServer, IncomingMessage } from "node:http";
import { Server, type Socket } from "socket.io";
import type { ClientToServer, ServerToClient } from "@/lib/contracts/live";
import { provenanceOf } from "../http/origin";
import { fanOutAdapter } from "./fan-out-adapter";
import { type Bounds, defaultBounds, type SlowReaders, watchSlowReaders } from "./slow-readers";
import type { Visitor } from "./visitor";

type NoServerEvents = Record<string, never>;
type SocketData = { visitor: Visitor; releaseId: string | null };
export type LiveServer = Server<ClientToServer, ServerToClient, NoServerEvents, SocketData>;
export type LiveSocket = Socket<ClientToServer, ServerToClient, NoServerEvents, SocketData>;

export type FanOut = "straight" | "stock";

type Options = {
  httpServer: HttpServer;
  publicOrigin: string;
  fanOut: FanOut;
  bounds?: Bounds;
  /** A reader that was too slow has read everything it was sent: tell it to fetch the rest. */
  onCaughtUp: (socketId: string) => void;
};

/**
 * A WebSocket of a foreign page always carries its Origin, and CORS would not stop it. A same-origin request of long-polling carries
 * none: then the browser's own word counts, and without that nobody gets in.
 */
function isFromOwnPage({ headers }: IncomingMessage, publicOrigin: string): boolean {
  const said = new Headers();
  for (const name of ["origin", "sec-fetch-site"] as const) {
    const value = headers[name];
    if (typeof value === "string") said.set(name, value);
  }
  return provenanceOf(said, publicOrigin) === "own";
}

/** socket.io on the product's own port. It only pushes; nothing that comes in may be larger than a question. */
export function createSocketServer(options: Options): { io: LiveServer; slowReaders: SlowReaders } {
  const bounds = options.bounds ?? defaultBounds;
  const slowReaders = watchSlowReaders(bounds, (socket) => options.onCaughtUp(socket.id));
  const io: LiveServer = new Server(options.httpServer, {
    serveClient: false,
    destroyUpgrade: false,
    transports: ["websocket", "polling"],
    perMessageDeflate: false,
    httpCompression: false,
    maxHttpBufferSize: 64 * 1024,
    pingInterval: 10_000,
    pingTimeout: 8_000,
    connectTimeout: 10_000,
    allowRequest: (request, allow) => allow(null, isFromOwnPage(request, options.publicOrigin)),
    ...(options.fanOut === "straight"
      ? { adapter: fanOutAdapter({ maxUnsentBytes: bounds.maxUnsentBytes, slowReaders }) }
      : {}),
  });
  return { io, slowReaders };
}
