import { closeSync, openSync, writeSync } from "node:fs";
import type { JobWork, RunnerJob, TrafficResult } from "@/lib/contracts/runner";
import type { Log } from "@/lib/ports/log";
import type { TrafficDriver, TrafficPermit } from "@/lib/ports/traffic-driver";
import { type JobEnd, spoolOf } from "../journal/journal";
import { makeEnd } from "./make-end";

type TrafficWork = Extract<JobWork, { kind: "traffic" }>;
const GOOD = new Set(["set", "to_apply", "observed", "standing", "drilled"]);

async function askDriver(
  driver: TrafficDriver,
  job: RunnerJob,
  { ask, releaseStartedAt }: TrafficWork,
  permit: TrafficPermit,
): Promise<TrafficResult> {
  const fence = { release: job.releaseId, startedAt: releaseStartedAt, epoch: job.epoch };
  switch (ask.verb) {
    case "set": {
      const { verb, ...order } = ask;
      return { verb, reply: await driver.set({ ...order, fence }, permit) };
    }
    case "observe":
      return { verb: ask.verb, reply: await driver.observe() };
    case "probe":
      return { verb: ask.verb, reply: await driver.probe() };
    case "drill":
      return { verb: ask.verb, reply: await driver.drill(fence, permit) };
  }
}

/** For eyes only: a full disk neither stops an order nor makes one that was carried out a failed one. */
function write(log: Log, folder: string, text: string): void {
  try {
    const file = openSync(spoolOf(folder), "a", 0o600);
    try {
      writeSync(file, text);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    log.error({ folder, error: String(error) }, "What a traffic driver said is not in its job's output.");
  }
}

/** A text that a person has to put in place stands as it is to be typed; everything else as the driver said it. */
function shown({ reply }: TrafficResult): string {
  return reply.kind === "to_apply" ? reply.text : JSON.stringify(reply, null, 2);
}

/** Whoever reads it reads 中文 or English: a runner does not know which, so figures say it where they can. */
function saidBy({ reply }: TrafficResult): string {
  if ("sentence" in reply) return `${reply.sentence.zh} / ${reply.sentence.en}`;
  switch (reply.kind) {
    case "set":
      return `${reply.share} % · ${Math.round(reply.tookMs)} ms`;
    case "drilled":
      return `${Math.round(reply.tookMs)} ms`;
    case "observed":
      return `green ${reply.green} · blue ${reply.blue}`;
    case "standing":
      return reply.share === null ? "–" : `${reply.share} %`;
  }
}

type Hands = { driver: TrafficDriver; permit: TrafficPermit; isWanted(): boolean; log: Log };

/** An order that nobody wants any more has not failed. One that is still wanted, but could not be asked about, must call somebody. */
function outcomeOf({ reply }: TrafficResult, isWanted: boolean): Pick<JobEnd, "outcome" | "refusal"> {
  if (reply.kind === "refused" && reply.because === "withdrawn" && reply.standing === "before") {
    return isWanted ? { outcome: "refused", refusal: "not_started_in_time" } : { outcome: "cancelled", refusal: null };
  }
  return { outcome: GOOD.has(reply.kind) ? "succeeded" : "failed", refusal: null };
}

/** Traffic is the runner's own hands, without a process of its own: the driver compares the epoch again where it counts. */
export async function runTraffic(
  { driver, permit, isWanted, log }: Hands,
  job: RunnerJob,
  work: TrafficWork,
  folder: string,
): Promise<JobEnd> {
  const startedAt = Date.now();
  const share = work.ask.verb === "set" ? ` ${work.ask.share} %` : "";
  write(log, folder, `${job.title}\n${work.action}: ${work.ask.verb}${share}\n\n`);
  try {
    const traffic = await askDriver(driver, job, work, permit);
    write(log, folder, `${shown(traffic)}\n`);
    const { outcome, refusal } = outcomeOf(traffic, isWanted());
    return makeEnd(folder, outcome, saidBy(traffic), { refusal, startedAt, traffic });
  } catch (error) {
    return makeEnd(folder, "failed", `The driver broke: ${error instanceof Error ? error.message : error}`, {
      startedAt,
    });
  }
}
