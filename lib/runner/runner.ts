import { randomUUID } from "node:crypto";
import { hostname } from "node:os";
import {
  JobsTaken,
  type Lane,
  RUNNER_PATHS,
  RUNNER_PROTOCOL,
  type RunnerHello,
  type RunnerJob,
  RunnerWelcome,
  TAKE_WAIT_MAX_MS,
} from "@/lib/contracts/runner";
import type { Log } from "@/lib/ports/log";
import type { Host } from "./host/host";
import { offeredActions } from "./host/offered-actions";
import { acceptJob, isWayBack } from "./job/accept-job";
import { JobAttendant } from "./job/attend-job";
import type { Desk } from "./job/desk";
import { EpochLedger } from "./job/epoch-ledger";
import { jobFolder, type KnownJob, openJobs } from "./journal/job-folders";
import type { KeeperOrder } from "./keeper/keeper-order";
import { pauseUntil } from "./pause";
import { TrafficReporter } from "./report-traffic";
import type { ServerLink } from "./wire/server-link";

const VERSION = "1";
const HELLO_AGAIN_MS = 2000;
const ATTEND_AGAIN_MS = 5000;
/** So long a runner that is told to end lets its orders of traffic come to their end: they have no keepers. */
const TRAFFIC_ENDS_MS = 20_000;

export type RunnerParts = {
  link: ServerLink;
  log: Log;
  startKeeper(order: KeeperOrder): void;
};

/** Takes jobs for as long as it lives, and leaves what runs to its keepers when it ends; what moves traffic ends first. */
export class Runner {
  private host: Host;
  private readonly parts: RunnerParts;
  private readonly desk: Desk;
  private readonly ending = new AbortController();
  private readonly attendants = new Map<string, JobAttendant>();
  private readonly moving = new Set<Promise<void>>();
  private readonly reporter: TrafficReporter;
  private welcome: RunnerWelcome | null = null;
  private takeKey = randomUUID();
  private taking = new AbortController();

  constructor(host: Host, parts: RunnerParts) {
    this.host = host;
    this.parts = parts;
    const { signal } = this.ending;
    this.desk = {
      instance: randomUUID(),
      link: parts.link,
      log: parts.log,
      ledger: new EpochLedger(host.file.dataDirectory, parts.log),
      host: () => this.host,
      startKeeper: parts.startKeeper,
      ending: signal,
      pause: (ms) => pauseUntil(signal, ms),
    };
    this.reporter = new TrafficReporter(this.desk);
  }

  /** The file was read anew: what it offers holds for every job from here on. */
  reload(host: Host): void {
    this.host = host;
    this.welcome = null;
    this.taking.abort();
  }

  end(): void {
    this.ending.abort();
    this.taking.abort();
  }

  /** Until `end`. */
  async run(): Promise<void> {
    const open = this.jobsFromBefore();
    for (const { folder, story } of open) if (story.job !== null) this.lookAfter(story.job, folder);
    if (open.length > 0)
      this.parts.log.warn({ jobs: open.length }, "There are jobs from before; they are looked after first.");
    const reporting = this.reporter.run();
    while (!this.desk.ending.aborted) {
      try {
        if (this.welcome === null) await this.greet();
        else await this.take(this.welcome);
      } catch (error) {
        this.parts.log.error({ error: String(error) }, "The server could not be asked for jobs; it is asked again.");
        await this.desk.pause(HELLO_AGAIN_MS);
      }
    }
    await reporting;
    await this.letTrafficEnd();
  }

  /** What cannot be looked up is the server's to lose; a runner that does not start takes nothing back. */
  private jobsFromBefore(): readonly KnownJob[] {
    try {
      return openJobs(this.host.file.dataDirectory, Date.now(), this.parts.log);
    } catch (error) {
      this.parts.log.error(
        { error: String(error) },
        "Jobs from before could not be looked up; look for what still runs.",
      );
      return [];
    }
  }

  private async letTrafficEnd(): Promise<void> {
    const over = new AbortController();
    await Promise.race([Promise.all(this.moving), pauseUntil(over.signal, TRAFFIC_ENDS_MS)]);
    over.abort();
  }

  private lookAfter(job: RunnerJob, folder: string): void {
    const attended = this.attend(job, folder);
    if (job.work.kind !== "traffic") return;
    this.moving.add(attended);
    void attended.then(() => this.moving.delete(attended));
  }

  /** A slot is free, and where it was traffic that was moved, requests are counted anew. */
  private over(job: RunnerJob): void {
    this.taking.abort();
    if (job.work.kind === "traffic") this.reporter.nudge();
  }

  /** A host that fails for a moment (a full disk) must not make a job be forgotten: its journal tells where it stands. */
  private async attend(job: RunnerJob, folder: string): Promise<void> {
    const { ending, pause } = this.desk;
    while (!ending.aborted) {
      try {
        const attendant = new JobAttendant(this.desk, job, folder, () => this.over(job));
        this.attendants.set(job.id, attendant);
        await attendant.attend();
        break;
      } catch (error) {
        this.parts.log.error(
          { job: job.id, error: String(error) },
          "A job could not be looked after; it is tried again.",
        );
        await pause(ATTEND_AGAIN_MS);
      }
    }
    this.attendants.delete(job.id);
  }

  private hello(): RunnerHello {
    const { file } = this.host;
    return {
      protocol: RUNNER_PROTOCOL,
      name: file.name,
      version: VERSION,
      instance: this.desk.instance,
      host: hostname().slice(0, 200),
      environment: file.environment,
      labels: file.labels,
      actions: offeredActions(this.host),
      planScripts: file.planScripts === "allow",
      slots: file.slots,
    };
  }

  private async greet(): Promise<void> {
    const { link, log } = this.parts;
    const said = this.host;
    const body = this.hello();
    const reply = await link.ask({ path: RUNNER_PATHS.hello, body, answer: RunnerWelcome, signal: this.desk.ending });
    if (reply.kind === "answer") {
      // A reload meanwhile: then it has to be said once more.
      if (said === this.host) this.welcome = reply.value;
      log.info({ environment: reply.value.environment, labels: reply.value.labels }, "The server knows this runner.");
      return;
    }
    if (this.desk.ending.aborted) return;
    if (reply.kind === "refused")
      log.error({ status: reply.status }, `The server refuses this runner: ${reply.sentence}`);
    else log.warn({}, `The server cannot be reached: ${reply.because}`);
    await this.desk.pause(reply.kind === "refused" ? HELLO_AGAIN_MS : 1000);
  }

  private freeSlots(): Record<Lane, number> {
    const busy = [...this.attendants.values()].filter((one) => one.isBusy);
    const count = (lane: Lane) => busy.filter((one) => one.job.lane === lane).length;
    const { slots } = this.host.file;
    return {
      ordinary: Math.max(0, slots.ordinary - count("ordinary")),
      rollback: Math.max(0, slots.rollback - count("rollback")),
    };
  }

  private async take({ pollMs }: RunnerWelcome): Promise<void> {
    this.taking = new AbortController();
    const free = this.freeSlots();
    const busy = [...this.attendants.values()].filter((one) => one.isBusy);
    const holding = busy.map(({ job, standing }) => ({ id: job.id, standing }));
    const body = { instance: this.desk.instance, key: this.takeKey, free, waitMs: TAKE_WAIT_MAX_MS, holding };
    const askedAt = Date.now();
    const reply = await this.parts.link.ask({
      path: RUNNER_PATHS.take,
      body,
      answer: JobsTaken,
      timeoutMs: TAKE_WAIT_MAX_MS + 10_000,
      signal: this.taking.signal,
    });
    if (reply.kind === "answer") {
      this.takeKey = randomUUID();
      this.receive(reply.value, free);
      if (reply.value.jobs.length === 0 && Date.now() - askedAt < pollMs) await this.desk.pause(pollMs);
      return;
    }
    if (this.taking.signal.aborted) return;
    if (reply.kind === "refused") {
      this.parts.log.error({ status: reply.status }, `The server gives no jobs: ${reply.sentence}`);
      this.welcome = null;
    }
    await this.desk.pause(pollMs);
  }

  private receive({ jobs, standings }: JobsTaken, free: Record<Lane, number>): void {
    for (const { id, standing, epoch } of standings) this.attendants.get(id)?.hear(standing, epoch);
    const left = { ...free };
    for (const job of jobs) {
      this.desk.ledger.see(job.releaseId, job.epoch);
      // More than was asked for goes back to the queue by itself, after its lease.
      if (left[job.lane] === 0 || this.attendants.has(job.id) || !this.accept(job)) continue;
      left[job.lane] -= 1;
      this.parts.log.info({ job: job.id, purpose: job.purpose, epoch: job.epoch }, `Takes: ${job.title}`);
      this.lookAfter(job, jobFolder(this.host.file.dataDirectory, job.id));
    }
  }

  private accept(job: RunnerJob): boolean {
    const accepted = acceptJob(this.host.file.dataDirectory, job);
    if (accepted.kind !== "unwritten") return accepted.kind === "new";
    const then = isWayBack(job) ? "it is done all the same" : "it is taken when it is offered again";
    this.parts.log.error({ job: job.id, error: accepted.because }, `A job could not be written down; ${then}.`);
    return isWayBack(job);
  }
}
