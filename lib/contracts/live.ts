import type { Plan } from "@/lib/domain/plan/plan";
import type { Permission, PersonId } from "@/lib/domain/release/actor";
import type { ReleaseEvent } from "@/lib/domain/release/events";
import type { ReleaseState } from "@/lib/domain/release/state";
import type { OutputNews } from "./job-output";
import type { Round } from "./round";

/** Everything a screen needs to draw a release before the first push. `serverNow` is the real server time in ms. */
export type ReleaseSnapshot = {
  releaseId: string;
  planId: string;
  planVersionId: string;
  plan: Plan;
  approved: boolean;
  state: ReleaseState;
  /** The newest events, oldest first, at most 200; `state.seq` is the last one's number. */
  recent: ReleaseEvent[];
  /** Hash of the last event, hex. */
  head: string;
  /** What the watch saw last; null where nothing is watched. */
  round: Round | null;
  /** How far the jobs that run have written; left out where none does. */
  outputs?: OutputNews[];
  serverNow: number;
};

/** Who looks at the page; null on a wall opened by a display link. */
export type Viewer = { person: PersonId; name: string; permissions: Permission[] } | null;

export type Watcher = { person: PersonId | null; name: string; screen: "console" | "checklist" | "wall" | "report" };

/** Messages that the server pushes. Commands never come over the socket. */
export type ServerToClient = {
  /** Consecutive events `from..from+events.length-1`; `head` is the hash of the last. */
  events: (message: { releaseId: string; from: number; events: ReleaseEvent[]; head: string }) => void;
  /** A new sampling round. Volatile: who is busy gets the next one. */
  round: (message: Round) => void;
  /** A job has written more, at most a few times a second. Volatile as well; the bytes themselves are fetched. */
  output: (message: OutputNews) => void;
  presence: (message: { releaseId: string; watchers: Watcher[] }) => void;
  /** The server dropped what this socket did not read in time: fetch what is missing. */
  resync: (message: { releaseId: string; seq: number }) => void;
  /** The session is over or the right to look was taken away. */
  goodbye: (message: { reason: "signed_out" | "revoked" | "expired" }) => void;
  /** Every 2 s, also proof of life of the database link. */
  heartbeat: (message: { serverNow: number; database: "up" | "down" }) => void;
};

export type ClientToServer = {
  /** Join the release's room. The answer carries the events after `seq`, or asks for a fetch when there are too many. */
  join: (
    message: { releaseId: string; seq: number; screen: Watcher["screen"] },
    answer: (
      result:
        | { ok: true; events: ReleaseEvent[]; head: string; seq: number; serverNow: number }
        | { ok: false; reason: "forbidden" | "unknown" | "unavailable" },
    ) => void,
  ) => void;
  /** Round trip for the clock: answers the server's real time in ms. */
  clock: (answer: (serverNow: number) => void) => void;
};
