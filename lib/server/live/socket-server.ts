import type { Server as HttpServer } from "node:http";
import { Server, type Socket } from "socket.io";
import type { ClientToServer, ServerToClient } from "@/lib/contracts/live";
import { fanOutAdapter } from "./fan-out-adapter";
import { isFromOwnPage } from "./own-origin";
import { type Bounds, defaultBounds, type SlowReaders, watchSlowReaders } from "./slow-readers";
import type { Visitor } from "./visitor";

type NoServerEvents = Record<string, never>;
export type SocketData = { visitor: Visitor; releaseId: string | null };
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
    allowRequest: (request, allow) => allow(null, isFromOwnPage(request.headers, options.publicOrigin)),
    ...(options.fanOut === "straight"
      ? { adapter: fanOutAdapter({ maxUnsentBytes: bounds.maxUnsentBytes, slowReaders }) }
      : {}),
  });
  return { io, slowReaders };
}
