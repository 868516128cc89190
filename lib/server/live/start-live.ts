import { randomUUID } from "node:crypto";
import type { Server as HttpServer } from "node:http";
import { listenToPostgres } from "@/lib/adapters/postgres/listen";
import type { OutputTold } from "@/lib/contracts/job-output";
import type { Round } from "@/lib/contracts/round";
import type { ChainedEvent } from "@/lib/domain/release/events";
import type { Log } from "@/lib/ports/log";
import { isWatched, openChannel, pushBatch, pushOutput, pushRound } from "./channel";
import { watchDatabase } from "./database-watch";
import { hear } from "./hear";
import { mergeBatches } from "./merge-batches";
import { LIVE_CHANNELS, PRESENCE_CHANNEL, writePresence } from "./messages";
import { createOutputFeed } from "./output-feed";
import { Presence } from "./presence";
import { createReleaseFeed, type ReleaseFeed } from "./release-feed";
import { displayRoom, peopleRoom } from "./rooms";
import { createRoundFeed } from "./round-feed";
import { recheck, socketsOf } from "./sessions";
import type { Bounds } from "./slow-readers";
import { createSocketServer, type FanOut, type LiveServer, type LiveSocket } from "./socket-server";
import type { LiveAccess } from "./visitor";

export type LiveOptions = {
  httpServer: HttpServer;
  publicOrigin: string;
  databaseUrl: string;
  access: LiveAccess;
  listEvents: (ask: { releaseId: string; after: number; limit: number }) => Promise<ChainedEvent[]>;
  /** Tells of what this process commits itself: its screens need not wait until the database announces it. */
  hearCommits: (listener: (events: ChainedEvent[]) => void) => void;
  readRound: (releaseId: string) => Promise<Round | null>;
  readOutputNews: (which: Pick<OutputTold, "releaseId" | "job">) => Promise<OutputTold>;
  /** The database's time as this process knows it. */
  readClock: () => Promise<number>;
  /** The database announced something: whoever waits for work may look. */
  onAnnouncement: () => void;
  log: Log;
  fanOut?: FanOut;
  bounds?: Bounds;
  maxSocketsEach?: number;
};

export type Live = { io: LiveServer; isDatabaseUp: () => boolean; stop: () => Promise<void> };

const beatMs = 2_000;
const recheckMs = 60_000;
const refreshMs = 10_000;
const sweepMs = 1_000;
/** More often nobody can read the end of a job's output. */
const outputEveryMs = 250;

/** The live channel of this instance: listens to the database, keeps order, and pushes to its own sockets. */
export function startLive(options: LiveOptions): Live {
  const { access, log, onAnnouncement } = options;
  const { io, slowReaders } = createSocketServer({
    ...options,
    fanOut: options.fanOut ?? "straight",
    onCaughtUp: (id) => askToFetch(io.of("/").sockets.get(id), feed),
  });
  const listener = listenToPostgres({
    url: options.databaseUrl,
    channels: LIVE_CHANNELS,
    onNotification: (channel, payload) =>
      hear({ io, access, feed, rounds, outputs, presence, onAnnouncement }, channel, payload),
    onListening: () => void database.look(),
    onLost: () => log.warn({}, "the live connection to the database is gone; connecting again"),
  });
  const batches = mergeBatches((batch) => pushBatch(io, batch));
  const feed = createReleaseFeed({
    readAfter: async (ask) => strip(await options.listEvents(ask)),
    readHeads: listener.readHeads,
    onBatch: batches.take,
  });
  options.hearCommits((chained) => feed.committedHere(strip(chained)));
  const { rounds, outputs } = volatileFeeds(io, options);
  const presence = new Presence({
    instance: randomUUID(),
    onChange: (releaseId, watchers) =>
      io.to([peopleRoom(releaseId), displayRoom(releaseId)]).emit("presence", { releaseId, watchers }),
    announce: (notice) => void listener.announce(PRESENCE_CHANNEL, writePresence(notice)).catch(() => undefined),
  });
  const beat = () => {
    io.emit("heartbeat", { serverNow: database.now(), database: database.isUp() ? "up" : "down" });
  };
  const check = () => listener.readHeads([]).then(() => feed.checkAll());
  const database = watchDatabase({ check, readClock: options.readClock, onTurn: beat });
  const maxSocketsEach = options.maxSocketsEach ?? 10;
  openChannel({ io, access, feed, presence, now: database.now, flush: batches.flush, maxSocketsEach });
  const timers = [
    setInterval(beat, beatMs),
    setInterval(() => void database.look(), beatMs),
    setInterval(() => void recheck(socketsOf(io), access, "expired"), recheckMs),
    setInterval(() => presence.refresh(performance.now()), refreshMs),
    setInterval(() => slowReaders.sweep(socketsOf(io), performance.now()), sweepMs),
  ];
  return {
    io,
    isDatabaseUp: database.isUp,
    stop: async () => {
      for (const timer of timers) clearInterval(timer);
      presence.stop();
      // Closing the connections, and not the sockets in them, makes every screen come back by itself.
      io.engine.close();
      await listener.stop();
    },
  };
}

/** What is pushed to whoever looks, and kept for nobody: measurements and the growth of outputs. */
function volatileFeeds(io: LiveServer, { readRound, readOutputNews }: LiveOptions) {
  const isSeen = (releaseId: string) => isWatched(io, releaseId);
  const rounds = createRoundFeed({ isWatched: isSeen, readRound, onRound: (round) => pushRound(io, round) });
  const outputs = createOutputFeed({
    isWatched: isSeen,
    readNews: readOutputNews,
    onNews: (news) => pushOutput(io, news),
    pause: () => new Promise((done) => setTimeout(done, outputEveryMs)),
  });
  return { rounds, outputs };
}

function strip(chained: ChainedEvent[]) {
  const head = chained.at(-1)?.hash ?? "";
  return { events: chained.map(({ hash: _, prevHash: __, ...event }) => event), head };
}

function askToFetch(socket: LiveSocket | undefined, feed: ReleaseFeed): void {
  const releaseId = socket?.data.releaseId;
  if (socket === undefined || releaseId === undefined || releaseId === null) return;
  socket.emit("resync", { releaseId, seq: feed.since(releaseId, 0)?.seq ?? 0 });
}
