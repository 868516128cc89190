import type { ServerToClient } from "@/lib/contracts/live";
import type { LiveServer, LiveSocket } from "./socket-server";
import { admit, holderKey, type LiveAccess, ticketKey, ticketOf, type Visitor } from "./visitor";

type Reason = Parameters<ServerToClient["goodbye"]>[0]["reason"];

/** A screen that was told to go has this long to do so by itself. */
const leaveWithinMs = 500;

function sayGoodbye(socket: LiveSocket, reason: Reason): void {
  socket.emit("goodbye", { reason });
  setTimeout(() => socket.disconnect(true), leaveWithinMs).unref();
}

export function socketsOf(io: LiveServer): LiveSocket[] {
  return [...io.of("/").sockets.values()];
}

/** How many sockets the one who comes already has. */
export function countOf(io: LiveServer, visitor: Visitor): number {
  const key = holderKey(visitor);
  return socketsOf(io).filter((socket) => holderKey(socket.data.visitor) === key).length;
}

/**
 * Looks again whether these sockets may stay: one question per ticket, however many screens came with it. When the question cannot be
 * answered they stay: what they show is what they were shown while it could.
 */
export async function recheck(sockets: LiveSocket[], access: LiveAccess, reason: Reason): Promise<void> {
  const byTicket = new Map<string, LiveSocket[]>();
  for (const socket of sockets) {
    const key = ticketKey(socket.data.visitor);
    byTicket.set(key, [...(byTicket.get(key) ?? []), socket]);
  }
  await Promise.all([...byTicket.values()].map((group) => recheckTicket(group, access, reason)));
}

async function recheckTicket(group: LiveSocket[], access: LiveAccess, reason: Reason): Promise<void> {
  const [first] = group;
  if (first === undefined) return;
  const visitor = await admit(access, ticketOf(first.data.visitor)).catch(() => undefined);
  if (visitor === undefined) return;
  for (const socket of group) {
    if (visitor === null) sayGoodbye(socket, first.data.visitor.kind === "display" ? "revoked" : reason);
    else socket.data.visitor = visitor;
  }
}
