import { io, type Socket } from "socket.io-client";
import type { ClientToServer, ServerToClient, Watcher } from "@/lib/contracts/live";
import type { CatchUp } from "./catch-up";
import { firstLinkState, type LinkFact, type LinkState, nextLinkState } from "./link-state";
import type { LiveStores } from "./live-stores";
import type { ClockSample, ServerClock } from "./server-clock";
import type { Ticker } from "./ticker";

type Note = (fact: LinkFact) => LinkState;
type Channel = Socket<ServerToClient, ClientToServer>;

type LiveParts = {
  releaseId: string;
  screen: Watcher["screen"];
  displayToken: string | null;
  readSeq: () => number;
  catchUp: CatchUp;
  clock: ServerClock;
  ticker: Ticker;
};

const roundTrips = 5;
const refusedPauseMs = 2_000;

/** The link is judged by this device's own clock, which nobody corrects meanwhile, and shown in the server's time. */
function linkNotes({ clock }: LiveParts, stores: LiveStores): (fact: LinkFact) => LinkState {
  let state = firstLinkState(Date.now());
  return (fact) => {
    const next = nextLinkState(state, fact, Date.now());
    if (next !== state) {
      const lastHeardAt = next.lastHeardAt === null ? null : clock.at(next.lastHeardAt);
      stores.link.set({ ...next, since: clock.at(next.since), lastHeardAt });
    }
    state = next;
    return state;
  };
}

/** Opens the live channel and keeps it: joins, listens, notices silence, comes back. Returns how to end it. */
export function openLiveConnection(parts: LiveParts, stores: LiveStores): () => void {
  const note = linkNotes(parts, stores);
  const socket: Channel = io({
    transports: ["websocket", "polling"],
    tryAllTransports: true,
    auth: parts.displayToken === null ? {} : { displayToken: parts.displayToken },
    reconnectionDelay: 300,
    reconnectionDelayMax: 3_000,
    timeout: 5_000,
  });
  listen(socket, parts, stores, note);
  const onVisible = () => {
    if (document.visibilityState !== "visible") return;
    parts.ticker.refresh();
    if (socket.connected) void join(socket, parts, note);
    else socket.connect();
  };
  document.addEventListener("visibilitychange", onVisible);
  window.addEventListener("online", onVisible);
  const watch = setInterval(() => look(socket, stores, note), 500);
  return () => {
    clearInterval(watch);
    document.removeEventListener("visibilitychange", onVisible);
    window.removeEventListener("online", onVisible);
    parts.catchUp.stop();
    socket.disconnect();
  };
}

/** A socket over which nothing comes any more is cut from here: the kernel may take minutes to notice. */
function look(socket: Channel, stores: LiveStores, note: Note): void {
  const before = stores.link.get().status;
  const { status } = note({ kind: "looked" });
  if (before === "live" && status === "lost" && socket.connected) socket.io.engine.close();
}

function listen(socket: Channel, parts: LiveParts, stores: LiveStores, note: Note): void {
  socket.on("connect", () => void join(socket, parts, note));
  socket.on("disconnect", () => note({ kind: "dropped" }));
  socket.on("connect_error", ({ message }) => {
    if (message === "unauthenticated") note({ kind: "dismissed", reason: "expired" });
    else if (message === "too_many_screens") note({ kind: "dismissed", reason: message });
    // Refused by the server and not by the net: nobody tries again unless we do.
    else if (!socket.active) setTimeout(() => stores.link.get().goodbye === null && socket.connect(), refusedPauseMs);
  });
  socket.on("events", ({ releaseId, events, head }) => {
    note({ kind: "heard" });
    if (releaseId === parts.releaseId) parts.catchUp.take({ events, head });
  });
  socket.on("resync", ({ releaseId }) => {
    if (releaseId === parts.releaseId) void parts.catchUp.fill();
  });
  socket.on("presence", ({ releaseId, watchers }) => {
    if (releaseId === parts.releaseId) stores.watchers.set(watchers);
  });
  socket.on("round", (round) => {
    if (round.releaseId === parts.releaseId) stores.round.set(round);
  });
  socket.on("output", (news) => {
    if (news.releaseId === parts.releaseId) stores.outputs.set({ ...stores.outputs.get(), [news.job]: news });
  });
  socket.on("heartbeat", ({ serverNow, database }) => {
    note({ kind: "heard", databaseUp: database === "up" });
    parts.catchUp.nudge();
    if (parts.clock.isOff(serverNow)) void measureClock(socket, parts);
  });
  socket.on("goodbye", ({ reason }) => {
    note({ kind: "dismissed", reason });
    socket.disconnect();
  });
}

async function join(socket: Channel, parts: LiveParts, note: Note): Promise<void> {
  const question = { releaseId: parts.releaseId, seq: parts.readSeq(), screen: parts.screen };
  const answer = await socket
    .timeout(5_000)
    .emitWithAck("join", question)
    .catch(() => null);
  if (answer === null || (!answer.ok && answer.reason === "unavailable")) {
    // Still connected but without an answer: leave and let the reconnection ask again.
    if (socket.connected) socket.io.engine.close();
    return;
  }
  if (!answer.ok) {
    note({ kind: "dismissed", reason: "forbidden" });
    socket.disconnect();
    return;
  }
  note({ kind: "joined" });
  parts.catchUp.take(answer);
  if (parts.readSeq() < answer.seq) void parts.catchUp.fill();
  await measureClock(socket, parts);
}

async function measureClock(socket: Channel, { clock, ticker }: LiveParts): Promise<void> {
  const samples: ClockSample[] = [];
  for (let trip = 0; trip < roundTrips && socket.connected; trip += 1) {
    const sentAt = Date.now();
    const serverNow = await socket
      .timeout(2_000)
      .emitWithAck("clock")
      .catch(() => null);
    if (serverNow !== null) samples.push({ sentAt, receivedAt: Date.now(), serverNow });
  }
  clock.correct(samples);
  ticker.refresh();
}
