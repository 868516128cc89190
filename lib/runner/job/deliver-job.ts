import { closeSync, openSync, readSync } from "node:fs";
import {
  JobFinished,
  JobOutputTaken,
  OUTPUT_CHUNK_MAX_BYTES,
  RUNNER_PATHS,
  type RunnerJob,
} from "@/lib/contracts/runner";
import { type JobEnd, spoolOf } from "../journal/journal";
import type { Desk } from "./desk";
import { spooledBytes } from "./make-end";

const LOOK_MS = 80;
const BACK_OFF_MS = [200, 500, 1000, 2000, 5000] as const;
/** The server does not know the job (any more), and will not learn of it by repetition. */
const UNKNOWN = new Set([404, 410]);
/** After so many pieces of which the server took nothing, it has no room for more: the end is what it still needs. */
const UNTAKEN_MAX = 2;

type Step = "done" | "again" | "unknown";
/** `kept_here`: the server will never take all of it. `unfinished`: the runner ends first, or nobody leads the job any more. */
type Delivery = "delivered" | "kept_here" | "unfinished";

/** Sends one job's output and then its end, for as long as that takes; the server says how much it has. */
export class JobDelivery {
  private readonly desk: Desk;
  private readonly job: RunnerJob;
  private readonly folder: string;
  private readonly endOf: () => JobEnd | null;
  /** What the server has; null = not asked yet. */
  private next: number | null = null;
  private failures = 0;
  /** So many times in a row nothing was taken. */
  private untaken = 0;
  private isStopped = false;

  constructor(desk: Desk, job: RunnerJob, folder: string, endOf: () => JobEnd | null) {
    this.desk = desk;
    this.job = job;
    this.folder = folder;
    this.endOf = endOf;
  }

  stop(): void {
    this.isStopped = true;
  }

  async deliver(): Promise<Delivery> {
    while (!this.desk.ending.aborted && !this.isStopped) {
      // Looked at first: output that comes before the end is then sent before the end.
      const end = this.endOf();
      const step = await this.send(end).catch((error: unknown) => this.stumble(error));
      if (step === "unknown" && end !== null) return "kept_here";
      if (step === "done") {
        if (end !== null) return this.untaken < UNTAKEN_MAX ? "delivered" : "kept_here";
        this.failures = 0;
      } else this.failures += 1;
      const backOff = BACK_OFF_MS[Math.min(this.failures, BACK_OFF_MS.length) - 1];
      await this.desk.pause(backOff ?? LOOK_MS);
    }
    return "unfinished";
  }

  private async send(end: JobEnd | null): Promise<Step> {
    const step = await this.sendOutput();
    const isAllThere = step === "done" || (step === "again" && this.untaken >= UNTAKEN_MAX);
    return isAllThere && end !== null ? this.finish(end) : step;
  }

  /** A host that fails for a moment must not end the delivery: the job would be conducted a second time beside the first. */
  private stumble(error: unknown): Step {
    if (this.failures === 0)
      this.desk.log.error({ job: this.job.id, error: String(error) }, "Output could not be read; it is tried again.");
    return "again";
  }

  private async sendOutput(): Promise<Step> {
    const size = spooledBytes(this.folder);
    if (size === 0 || (this.next !== null && this.next >= size)) return "done";
    if (this.next === null) {
      const step = await this.post(0, "");
      if (step !== "done") return step;
    }
    while (this.next !== null && this.next < size && !this.desk.ending.aborted) {
      const before = this.next;
      const step = await this.post(before, this.read(before).toString("base64"));
      if (step !== "done") return step;
      this.untaken = this.next === before ? this.untaken + 1 : 0;
      if (this.next <= before) return "again";
    }
    return "done";
  }

  private read(from: number): Buffer {
    const file = openSync(spoolOf(this.folder), "r");
    try {
      const chunk = Buffer.alloc(OUTPUT_CHUNK_MAX_BYTES);
      return chunk.subarray(0, readSync(file, chunk, 0, chunk.length, from));
    } finally {
      closeSync(file);
    }
  }

  private async post(from: number, data: string): Promise<Step> {
    const body = { instance: this.desk.instance, from, data };
    const path = RUNNER_PATHS.output(this.job.id);
    const reply = await this.desk.link.ask({ path, body, answer: JobOutputTaken, signal: this.desk.ending });
    if (reply.kind === "answer") {
      this.next = reply.value.next;
      return "done";
    }
    return this.judge(reply);
  }

  private async finish(end: JobEnd): Promise<Step> {
    const { instance } = this.desk;
    const body = { ...end, says: end.says.slice(0, 2000), instance, epoch: this.job.epoch };
    const path = RUNNER_PATHS.finish(this.job.id);
    const reply = await this.desk.link.ask({ path, body, answer: JobFinished, signal: this.desk.ending });
    if (reply.kind !== "answer") return this.judge(reply);
    this.next = reply.value.next;
    return reply.value.recorded ? "done" : "again";
  }

  private judge(reply: { kind: "later" } | { kind: "refused"; status: number; sentence: string }): Step {
    if (reply.kind === "later") return "again";
    const { status, sentence } = reply;
    const isUnknown = UNKNOWN.has(status);
    if (isUnknown || this.failures === 0) {
      const what = isUnknown ? "its output stays here" : "it is tried again";
      this.desk.log.warn(
        { job: this.job.id, status },
        `The server does not take what came of a job, ${what}: ${sentence}`,
      );
    }
    return isUnknown ? "unknown" : "again";
  }
}
