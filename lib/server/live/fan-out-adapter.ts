import type { Namespace, Socket } from "socket.io";
import { Adapter, type BroadcastOptions } from "socket.io-adapter";
import { queuedPackets, tcpSocketOf } from "./connection-parts";
import type { SlowReaders } from "./slow-readers";
import { textFrame } from "./web-socket-frame";

type Options = { maxUnsentBytes: number; slowReaders: SlowReaders };
type Packet = Parameters<Adapter["broadcast"]>[0];

/** Engine.IO's type of a packet that carries a message. */
const message = "4";

/**
 * Encodes one frame once and writes the same bytes straight to every websocket that has nothing queued inside engine.io; all
 * others (long-polling, changing transport, busy) take the ordinary path. Order is kept: engine.io hands what it sends to the same
 * TCP socket at once, and whatever it still holds back sends us to its queue. A reader over its bound gets nothing until it has read.
 */
export function fanOutAdapter({ maxUnsentBytes, slowReaders }: Options): typeof Adapter {
  return class FanOutAdapter extends Adapter {
    readonly namespace: Namespace;

    constructor(namespace: Namespace) {
      super(namespace);
      this.namespace = namespace;
    }

    override broadcast(packet: Packet, options: BroadcastOptions): void {
      const readers = this.plainReaders(options);
      const encoded =
        readers === null ? [] : this.namespace.server.encoder.encode({ ...packet, nsp: this.namespace.name });
      const [only] = encoded;
      if (readers === null || encoded.length !== 1 || typeof only !== "string") {
        super.broadcast(packet, options);
        return;
      }
      const frame = textFrame(message + only);
      for (const reader of readers) this.sendTo(reader, only, frame);
    }

    /** Everybody, or the people of one room; anything finer is left to the ordinary path. */
    private plainReaders({ rooms, except, flags }: BroadcastOptions): Socket[] | null {
      if (rooms.size > 1 || (except !== undefined && except.size > 0) || flags?.volatile === true) return null;
      const [room] = rooms;
      if (room === undefined) return [...this.namespace.sockets.values()];
      const found: Socket[] = [];
      for (const id of this.rooms.get(room) ?? []) {
        const socket = this.namespace.sockets.get(id);
        if (socket !== undefined) found.push(socket);
      }
      return found;
    }

    private sendTo(reader: Socket, encoded: string, frame: Buffer): void {
      if (slowReaders.isBehind(reader)) return;
      const connection = reader.conn;
      if (connection.readyState !== "open") return;
      const tcp = queuedPackets(connection).length === 0 ? tcpSocketOf(connection) : undefined;
      if (tcp === undefined) {
        connection.write(encoded, { compress: false });
      } else if (tcp.writableLength > maxUnsentBytes) {
        slowReaders.mark(reader);
      } else {
        tcp.write(frame);
      }
    }
  };
}
