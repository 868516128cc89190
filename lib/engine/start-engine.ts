import type { CommandAnswer } from "@/lib/contracts/command-answer";
import type { Actor } from "@/lib/domain/release/actor";
import type { Ids } from "@/lib/ports/ids";
import type { Log } from "@/lib/ports/log";
import type { DueTimer, TimerStore } from "@/lib/ports/timer-store";
import type { CommandRequest } from "@/lib/services/release/submit-command";

export type EngineDeps = {
  timers: TimerStore;
  submitCommand: (request: CommandRequest) => Promise<CommandAnswer>;
  ids: Ids;
  log: Log;
};

export type Engine = {
  /** Looks in a moment: something has happened in a release. */
  wake: () => void;
  /** Ends after the round that is under way. */
  stop: () => Promise<void>;
};

const leaseMs = 15_000;
const roundSize = 20;
const restMs = 1_000;
const shortestRestMs = 5;
/** So long after being woken: looking must not compete with the answer and the push of the very click that it was woken by. */
const settleMs = 40;
const forgetEveryMs = 3_600_000;

const engineActor: Actor = { kind: "system", name: "engine" };

/** The same timer asks with the same key from every instance, so that it acts once however often it is taken. */
function keyOf({ releaseId, key, epoch, dueAt }: DueTimer): string {
  return `timer:${releaseId}:${key}:${epoch}:${dueAt}`;
}

/** Whether the timer was dealt with; one that could not be asked for stays due. */
async function fire({ timers, submitCommand, log }: EngineDeps, timer: DueTimer): Promise<boolean> {
  const { releaseId, command, dueAt } = timer;
  const answer = await submitCommand({ releaseId, key: keyOf(timer), command, actor: engineActor, notBefore: dueAt });
  if (answer.outcome === "unavailable") {
    await timers.release(timer);
    return false;
  }
  if (answer.outcome === "refused") {
    log.info({ releaseId, type: command.type, because: answer.refusal.because }, "A timer found nothing left to do.");
  }
  await timers.finish(timer);
  return true;
}

/** Fires what is due, the oldest first, and says how long it may rest. */
async function runRound(deps: EngineDeps, worker: string): Promise<number> {
  const due = await deps.timers.takeDue({ worker, limit: roundSize, leaseMs });
  let areDone = true;
  for (const timer of due) areDone = (await fire(deps, timer)) && areDone;
  // What could not be asked for is still due: without a rest it would be asked for hundreds of times a second.
  if (!areDone) return restMs;
  if (due.length === roundSize) return 0;
  const untilNext = await deps.timers.untilNextMs();
  return Math.min(restMs, Math.max(shortestRestMs, Math.ceil(untilNext ?? restMs)));
}

/** A rest that ends early when woken. Whatever comes in the same moment is looked at in one go. */
function restable() {
  let end: (() => void) | null = null;
  let woken = false;
  return {
    wake: () => {
      woken = true;
      end?.();
    },
    rest: async (ms: number) => {
      if (!woken) {
        await new Promise<void>((done) => {
          const timer = setTimeout(done, ms);
          end = () => {
            clearTimeout(timer);
            done();
          };
        });
      }
      end = null;
      if (woken) await new Promise((done) => setTimeout(done, settleMs));
      woken = false;
    },
  };
}

/** Starts what happens without a click: timers, at most a second late, and the forgetting of old answers. */
export function startEngine(deps: EngineDeps): Engine {
  const worker = deps.ids.next();
  const { rest, wake } = restable();
  let running = true;
  let forgetAt = 0;

  async function work(): Promise<number> {
    try {
      if (performance.now() >= forgetAt) {
        forgetAt = performance.now() + forgetEveryMs;
        await deps.timers.forgetOldCommands();
      }
      return await runRound(deps, worker);
    } catch (error) {
      deps.log.warn({ error }, "The engine could not look at its timers; it tries again in a second.");
      return restMs;
    }
  }

  async function loop(): Promise<void> {
    while (running) await rest(await work());
  }

  const ended = loop();
  return {
    wake,
    stop: async () => {
      running = false;
      wake();
      await ended;
    },
  };
}
