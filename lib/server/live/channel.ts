import type { OutputTold } from "@/lib/contracts/job-output";
import type { ClientToServer, Watcher } from "@/lib/contracts/live";
import type { Round } from "@/lib/contracts/round";
import { hideContacts, redactEvent } from "@/lib/domain/release/redact-event";
import type { Batch } from "./followed-release";
import { JoinMessage } from "./messages";
import type { Presence } from "./presence";
import type { ReleaseFeed } from "./release-feed";
import { displayRoom, peopleRoom } from "./rooms";
import { countOf } from "./sessions";
import type { LiveServer, LiveSocket } from "./socket-server";
import { admit, type LiveAccess, mayLookAt, ticketOf, type Visitor } from "./visitor";

export type ChannelParts = {
  io: LiveServer;
  access: LiveAccess;
  feed: ReleaseFeed;
  presence: Presence;
  /** Pushes at once what waits to be pushed. */
  flush: () => void;
  /** The server's real time, ms. */
  now: () => number;
  maxSocketsEach: number;
};

type Reply = Parameters<ClientToServer["join"]>[1];

/** Lets screens in, lets them join the room of one release, and answers the time. */
export function openChannel(parts: ChannelParts): void {
  const { io, access, presence } = parts;
  io.use(async (socket, next) => {
    const displayToken: unknown = socket.handshake.auth["displayToken"];
    const ticket = {
      cookie: socket.handshake.headers.cookie,
      displayToken: typeof displayToken === "string" ? displayToken : undefined,
    };
    const visitor = await admit(access, ticket).catch(() => undefined);
    const refusal = refusalOf(io, visitor, parts.maxSocketsEach);
    if (visitor) socket.data = { visitor, releaseId: null };
    next(refusal);
  });
  io.on("connection", (socket) => {
    // The handshake's request is not needed any more; a thousand of them are.
    Reflect.set(socket.conn, "request", null);
    socket.on("clock", (answer) => {
      if (typeof answer === "function") answer(parts.now());
    });
    socket.on("join", (message, answer) => {
      if (typeof answer === "function") void join(parts, socket, message, answer);
    });
    socket.on("disconnect", () => {
      presence.leave(socket.id);
      settle(parts, socket.data.releaseId);
    });
  });
}

function refusalOf(io: LiveServer, visitor: Visitor | null | undefined, max: number): Error | undefined {
  if (visitor === undefined) return new Error("unavailable");
  if (visitor === null) return new Error("unauthenticated");
  return countOf(io, visitor) >= max ? new Error("too_many_screens") : undefined;
}

async function join(parts: ChannelParts, socket: LiveSocket, message: unknown, reply: Reply): Promise<void> {
  const asked = JoinMessage.safeParse(message);
  if (!asked.success) return reply({ ok: false, reason: "unknown" });
  const { releaseId } = asked.data;
  try {
    const visitor = await admit(parts.access, ticketOf(socket.data.visitor));
    if (visitor === null || !mayLookAt(visitor, releaseId)) return reply({ ok: false, reason: "forbidden" });
    if (!(await parts.feed.follow(releaseId))) return reply({ ok: false, reason: "unknown" });
    if (!socket.connected) return reply({ ok: false, reason: "unavailable" });
    leaveOther(parts, socket, releaseId);
    socket.data = { visitor, releaseId };
    enter(parts, socket, asked.data, reply);
  } catch {
    reply({ ok: false, reason: "unavailable" });
  }
}

type Asked = { releaseId: string; seq: number; screen: Watcher["screen"] };

/**
 * From the room's first push on nothing is missed, and nothing comes before what it follows on: to push what waits, to answer with
 * what came before, and to join happen in one go.
 */
function enter(parts: ChannelParts, socket: LiveSocket, { releaseId, seq, screen }: Asked, reply: Reply): void {
  const { visitor } = socket.data;
  const isDisplay = visitor.kind === "display";
  parts.flush();
  const missing = parts.feed.since(releaseId, seq);
  if (missing === null) {
    reply({ ok: false, reason: "unavailable" });
    return;
  }
  const events = isDisplay ? missing.events.map(redactEvent) : missing.events;
  reply({ ok: true, events, head: missing.head, seq: missing.seq, serverNow: parts.now() });
  socket.join(isDisplay ? displayRoom(releaseId) : peopleRoom(releaseId));
  const watcher: Watcher = isDisplay
    ? { person: null, name: visitor.name, screen }
    : { person: visitor.viewer.person, name: visitor.viewer.name, screen };
  parts.presence.enter(releaseId, socket.id, watcher);
}

function leaveOther(parts: ChannelParts, socket: LiveSocket, releaseId: string): void {
  const before = socket.data.releaseId;
  if (before === null || before === releaseId) return;
  void socket.leave(peopleRoom(before));
  void socket.leave(displayRoom(before));
  settle(parts, before);
}

/** Whether any screen of this instance looks at the release. */
export function isWatched(io: LiveServer, releaseId: string): boolean {
  const { rooms } = io.of("/").adapter;
  return rooms.has(peopleRoom(releaseId)) || rooms.has(displayRoom(releaseId));
}

/** A release that nobody here looks at is not followed. */
function settle({ io, feed }: ChannelParts, releaseId: string | null): void {
  if (releaseId !== null && !isWatched(io, releaseId)) feed.unfollow(releaseId);
}

/** Shows new events to the people of a release and, redacted, to its displays. Each is encoded once. */
export function pushBatch(io: LiveServer, { releaseId, from, events, head }: Batch): void {
  const { rooms } = io.of("/").adapter;
  if (rooms.has(peopleRoom(releaseId))) io.to(peopleRoom(releaseId)).emit("events", { releaseId, from, events, head });
  if (!rooms.has(displayRoom(releaseId))) return;
  io.to(displayRoom(releaseId)).emit("events", { releaseId, from, events: events.map(redactEvent), head });
}

/** Shows a new round to everybody who looks at its release and is not busy. */
export function pushRound(io: LiveServer, round: Round): void {
  io.to([peopleRoom(round.releaseId), displayRoom(round.releaseId)]).volatile.emit("round", round);
}

/** Tells everybody who looks at its release how far a job has written; displays get no commands and no phone numbers. */
export function pushOutput(io: LiveServer, { shown, ...news }: OutputTold): void {
  const { releaseId } = news;
  io.to(peopleRoom(releaseId)).volatile.emit("output", news);
  io.to(displayRoom(releaseId)).volatile.emit("output", { ...news, line: hideContacts(shown) });
}
