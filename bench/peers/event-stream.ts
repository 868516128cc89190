import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import { answerAsks } from "../harness/asks";
import { type PeerPayload, peerMessage } from "./peer-payload";

/** Server-sent events over plain HTTP. */
export async function serveEventStream({ payload }: { payload: PeerPayload }): Promise<void> {
  const readers = new Set<ServerResponse>();
  const server = createServer((_request, response) => {
    response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" }).flushHeaders();
    readers.add(response);
    response.on("close", () => readers.delete(response));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  let seq = 0;
  const push = (): number => {
    seq += 1;
    const chunk = Buffer.from(`data: ${peerMessage(payload, seq)}\n\n`);
    for (const reader of readers) reader.write(chunk);
    return seq;
  };
  answerAsks(address.port, { push });
}
