import { Socket as TcpSocket } from "node:net";
import type { Socket } from "socket.io";

type EngineSocket = Socket["conn"];

/**
 * What lies under a socket.io connection. These are underscored or private fields of exactly pinned versions (socket.io 4.8.4,
 * engine.io 6.6.12, ws 8): whatever is not as expected gives `undefined`, and the ordinary path is taken.
 */
export function tcpSocketOf(connection: EngineSocket): TcpSocket | undefined {
  if (connection.transport.name !== "websocket") return undefined;
  const webSocket: unknown = Reflect.get(connection.transport, "socket");
  if (typeof webSocket !== "object" || webSocket === null || Reflect.get(webSocket, "readyState") !== 1)
    return undefined;
  const tcp: unknown = Reflect.get(webSocket, "_socket");
  return tcp instanceof TcpSocket && tcp.writable ? tcp : undefined;
}

/** Packets that wait inside engine.io because the transport is busy or about to change. */
export function queuedPackets(connection: EngineSocket): readonly unknown[] {
  const queue: unknown = Reflect.get(connection, "writeBuffer");
  return Array.isArray(queue) ? queue : [];
}

/** Bytes that were handed over and have not left this process yet. */
export function unsentBytes(connection: EngineSocket): number {
  const queued = queuedPackets(connection).reduce<number>((sum, packet) => sum + sizeOf(packet), 0);
  return queued + (tcpSocketOf(connection)?.writableLength ?? 0);
}

function sizeOf(packet: unknown): number {
  if (typeof packet !== "object" || packet === null) return 0;
  const data: unknown = Reflect.get(packet, "data");
  return typeof data === "string" ? data.length : 0;
}
