import { io as connect, type Socket } from "socket.io-client";
import type { ClientToServer, ReleaseSnapshot, ServerToClient } from "@/lib/contracts/live";
import { evolve } from "@/lib/domain/release/evolve";
import type { ReleaseState } from "@/lib/domain/release/state";

/** The origin of the pages that these screens pretend to be on. */
export const screenOrigin = "https://holdpoint.test";

/** A server of the live channel on this machine. */
type Served = { port: number };

export type Line = Socket<ServerToClient, ClientToServer>;
type Door = { cookie?: string; origin?: string; displayToken?: string; transport?: "websocket" | "polling" };

export function openLine({ port }: Served, door: Door = {}): Line {
  const { cookie = "session=one", origin = screenOrigin, displayToken, transport = "websocket" } = door;
  return connect(`http://127.0.0.1:${port}`, {
    forceNew: true,
    reconnection: false,
    transports: [transport],
    auth: displayToken === undefined ? {} : { displayToken },
    extraHeaders: { origin, ...(displayToken === undefined ? { cookie } : {}) },
  });
}

/** How the server answered the handshake: null when it let the line in. */
export function handshake(line: Line): Promise<string | null> {
  return new Promise((done) => {
    line.on("connect", () => done(null));
    line.on("connect_error", ({ message }) => done(message));
  });
}

export async function until(isTrue: () => boolean, what: string, withinMs = 10_000): Promise<void> {
  const end = performance.now() + withinMs;
  while (!isTrue()) {
    if (performance.now() > end) throw new Error(`It did not come to this: ${what}.`);
    await new Promise((next) => setTimeout(next, 5));
  }
}

/** A screen that folds what it is pushed and notes every number that did not follow the one before. */
export type Screen = { line: Line; seq: () => number; state: () => ReleaseState; head: () => string; gaps: string[] };

export async function openScreen(hub: Served, snapshot: ReleaseSnapshot, door: Door = {}): Promise<Screen> {
  const line = openLine(hub, door);
  const refused = await handshake(line);
  if (refused !== null) throw new Error(`The line was refused: ${refused}.`);
  const { plan, releaseId } = snapshot;
  let { state, head } = snapshot;
  const gaps: string[] = [];
  const take: ServerToClient["events"] = (message) => {
    // What came with the answer to joining may be pushed once more.
    const fresh = message.events.filter((event) => event.seq > state.seq);
    for (const event of fresh) {
      if (event.seq !== state.seq + 1) gaps.push(`${event.seq} after ${state.seq}`);
      state = evolve(plan, state, event);
    }
    head = message.head;
  };
  line.on("events", take);
  const joined = await line.emitWithAck("join", { releaseId, seq: state.seq, screen: "console" });
  if (!joined.ok) throw new Error(`The screen may not join: ${joined.reason}.`);
  if (joined.events.length > 0) take({ releaseId, from: joined.events[0]?.seq ?? 0, ...joined });
  return { line, seq: () => state.seq, state: () => state, head: () => head, gaps };
}
