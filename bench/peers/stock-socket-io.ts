import { once } from "node:events";
import { createServer } from "node:http";
import { Server } from "socket.io";
import { answerAsks } from "../harness/asks";
import { type PeerPayload, peerMessage } from "./peer-payload";

const room = "release:peer";

/** socket.io as it comes, over WebSockets, without compression: one `emit` to one room. */
export async function serveStockSocketIo({ payload }: { payload: PeerPayload }): Promise<void> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  const io = new Server(server, { serveClient: false, transports: ["websocket"], perMessageDeflate: false });
  io.on("connection", (socket) => void socket.join(room));
  let seq = 0;
  const push = (): number => {
    seq += 1;
    io.to(room).emit("events", JSON.parse(peerMessage(payload, seq)));
    return seq;
  };
  answerAsks(address.port, { push });
}
