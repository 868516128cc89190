import type { Socket } from "socket.io";
import { unsentBytes } from "./connection-parts";

export type SlowReaders = {
  /** From now on nothing is sent to it until it has read what it has. */
  mark: (socket: Socket) => void;
  isBehind: (socket: Socket) => boolean;
  /** Looks after everybody who is behind, and at whether others should be. Called about once a second. */
  sweep: (sockets: Iterable<Socket>, now: number) => void;
  forget: (socket: Socket) => void;
};

export type Bounds = {
  /** Unsent bytes from which a reader is behind: nothing more is sent, it is told to fetch once it has read. */
  maxUnsentBytes: number;
  /** A reader that is behind for longer is cut off; it comes back and catches up by number. */
  maxBehindMs: number;
};

export const defaultBounds: Bounds = { maxUnsentBytes: 256 * 1024, maxBehindMs: 10_000 };

/** Keeps a screen that does not read from filling this process's memory. */
export function watchSlowReaders(bounds: Bounds, onCaughtUp: (socket: Socket) => void): SlowReaders {
  const behindSince = new Map<Socket, number>();

  function mark(socket: Socket): void {
    if (!behindSince.has(socket)) behindSince.set(socket, performance.now());
  }

  function check(socket: Socket, since: number, now: number): void {
    if (unsentBytes(socket.conn) === 0) {
      behindSince.delete(socket);
      onCaughtUp(socket);
    } else if (now - since > bounds.maxBehindMs) {
      behindSince.delete(socket);
      // `discard`: what it has not read by now it is not to be sent any more.
      socket.conn.close(true);
    }
  }

  return {
    mark,
    isBehind: (socket) => behindSince.has(socket),
    forget: (socket) => behindSince.delete(socket),
    sweep: (sockets, now) => {
      for (const [socket, since] of [...behindSince]) check(socket, since, now);
      for (const socket of sockets) if (unsentBytes(socket.conn) > bounds.maxUnsentBytes) mark(socket);
    },
  };
}
