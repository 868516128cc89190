import { statSync } from "node:fs";
import { join } from "node:path";
import { JobRenewed, type JobStanding, RUNNER_PATHS, type RunnerJob } from "@/lib/contracts/runner";
import type { TrafficDriver } from "@/lib/ports/traffic-driver";
import { type JobStory, jobStory } from "../journal/job-story";
import { appendRecord, type JobEnd, readJournal } from "../journal/journal";
import { askToEnd, isLiving } from "../journal/process-identity";
import { monotonicMs } from "../keeper/monotonic";
import { noteStart, readStory } from "./accept-job";
import { JobDelivery } from "./deliver-job";
import type { Desk } from "./desk";
import { EndRecord } from "./end-record";
import { makeEnd } from "./make-end";
import { prepareJob } from "./prepare-job";
import { lostEnd } from "./probe-lost";
import { runTraffic } from "./run-traffic";
import { trafficPermit } from "./traffic-permit";

const LOOK_MS = 40;
const ASK_AGAIN_MS = 500;
/** A permit to begin is good no longer than this after it was asked for, however long the lease is. */
const PERMIT_MS = 3000;
/** A keeper that has not said a word in this time begins nothing any more: its permit has run out. */
const KEEPER_SILENT_MS = PERMIT_MS + 5000;
const NOT_AWAITED = "The server no longer waits for this runner to begin it. Nothing was begun.";
const UNNOTED = "This host's disk did not take the record that comes before the first effect. Nothing was begun.";

type Before = "start" | "effect" | "running";
type Allowed = { isAllowed: boolean; standing: JobStanding; epoch: number; until: number };

/** One job on this host, from its offer to the server's receipt, whichever life of the runner it is in. */
export class JobAttendant {
  readonly job: RunnerJob;
  standing: JobStanding = "go_on";
  private readonly desk: Desk;
  private readonly folder: string;
  private readonly record: EndRecord;
  private leaseMs: number;
  private journalSize = -1;
  private story: JobStory;
  private watchedSince = 0;
  private readonly withdrawn = new AbortController();

  constructor(desk: Desk, job: RunnerJob, folder: string, onFree: () => void) {
    this.desk = desk;
    this.job = job;
    this.folder = folder;
    this.leaseMs = job.leaseMs;
    this.story = readStory(job, folder, desk.log);
    this.record = new EndRecord(desk, { job: job.id, folder, known: this.story.end, onFree });
  }

  private get end(): JobEnd | null {
    return this.record.known;
  }

  /** Whether it takes up one of the host's slots. */
  get isBusy(): boolean {
    return this.end === null;
  }

  /** What the server says now. Ending is the keeper's work: TERM to all of the command, then KILL; a traffic driver puts back. */
  hear(standing: JobStanding, epoch: number): void {
    this.desk.ledger.see(this.job.releaseId, epoch);
    this.standing = standing;
    this.endIfUnwanted();
  }

  async attend(): Promise<void> {
    const delivery = new JobDelivery(this.desk, this.job, this.folder, () => this.end);
    const conducted = this.conduct().catch((error: unknown) => {
      delivery.stop();
      throw error;
    });
    const [, came] = await Promise.all([conducted, delivery.deliver()]);
    // What the server would not take stays for whoever looks for it.
    if (came !== "unfinished") await this.record.close(came === "delivered");
  }

  private async conduct(): Promise<void> {
    const { startedBy } = this.story;
    if (this.end !== null) return;
    if (startedBy === null) await this.begin();
    else if (startedBy === "runner") await this.declareLost("The runner was ended while it was at this");
    if (this.end === null && !this.desk.ending.aborted) await this.watch();
  }

  private refuse(refusal: NonNullable<JobEnd["refusal"]>, says: string): void {
    this.record.state(makeEnd(this.folder, "refused", says, { refusal }));
  }

  private async begin(): Promise<void> {
    const prepared = prepareJob(this.desk.host(), this.job, this.folder);
    if (prepared.kind === "refused") return this.refuse(prepared.refusal, prepared.says);
    if (!this.isCurrent()) return this.turnedAway("fenced");
    const allowed = await this.askFence("start");
    if (allowed === null) return;
    if (!allowed.isAllowed) return this.turnedAway(allowed.standing);
    const { until } = allowed;
    if (prepared.kind === "traffic") return this.moveTraffic(prepared.driver, until);
    const isNoted = noteStart(this.job, this.folder, this.desk.log, [
      { kind: "permit", turn: 0, until },
      { kind: "starting", by: "keeper" },
    ]);
    if (isNoted) this.desk.startKeeper(prepared.order);
    else this.refuse("cannot_start", UNNOTED);
  }

  private async moveTraffic(driver: TrafficDriver, until: number): Promise<void> {
    const { desk, folder, job } = this;
    if (job.work.kind !== "traffic") return;
    if (monotonicMs() > until) return this.refuse("not_started_in_time", "The permit ran out before it began.");
    if (!noteStart(job, folder, desk.log, [{ kind: "starting", by: "runner" }]))
      return this.refuse("cannot_start", UNNOTED);
    const renewal = setInterval(() => this.renew(), this.leaseMs / 3);
    const isWanted = () => this.standing === "go_on" && this.isCurrent();
    const hands = { driver, permit: this.trafficPermit(), isWanted, log: desk.log };
    try {
      this.record.state(await runTraffic(hands, job, job.work, folder));
    } finally {
      clearInterval(renewal);
    }
  }

  private trafficPermit() {
    const { desk, job, withdrawn } = this;
    return trafficPermit({
      lane: job.lane,
      withdrawn: withdrawn.signal,
      isCancelled: () => this.standing === "cancel",
      ask: async (timeoutMs, signal) =>
        (await this.ask("effect", timeoutMs, AbortSignal.any([desk.ending, signal])))?.standing === "go_on" &&
        this.isCurrent(),
    });
  }

  private turnedAway(standing: JobStanding): void {
    if (standing === "cancel") this.record.state(makeEnd(this.folder, "cancelled", "Cancelled before it began."));
    else if (this.isCurrent()) this.refuse("not_started_in_time", NOT_AWAITED);
    else this.refuse("old_epoch", `The release has left epoch ${this.job.epoch}. Nothing was begun.`);
  }

  private isCurrent(): boolean {
    return this.desk.ledger.isCurrent(this.job.releaseId, this.job.epoch);
  }

  /** Repeated until it is answered; null when the runner ends. This host's own memory of epochs has a say of its own. */
  private async askFence(before: Before): Promise<Allowed | null> {
    const { desk } = this;
    while (!desk.ending.aborted) {
      const askedAt = monotonicMs();
      const answer = await this.ask(before);
      if (answer !== null) {
        const until = askedAt + Math.min(PERMIT_MS, answer.leaseMs);
        return { ...answer, isAllowed: answer.standing === "go_on" && this.isCurrent(), until };
      }
      await desk.pause(ASK_AGAIN_MS);
    }
    return null;
  }

  private async ask(before: Before, timeoutMs = 5000, signal = this.desk.ending): Promise<JobRenewed | null> {
    const { desk, job } = this;
    const body = { instance: desk.instance, epoch: job.epoch, before };
    const path = RUNNER_PATHS.renew(job.id);
    const reply = await desk.link.ask({ path, body, answer: JobRenewed, timeoutMs, signal });
    if (reply.kind === "answer") {
      this.leaseMs = reply.value.leaseMs;
      this.hear(reply.value.standing, reply.value.epoch);
      return reply.value;
    }
    // An unknown job is nobody's wish any more; with other refusals, such as a withdrawn token, the server may come round.
    if (reply.kind === "refused" && (reply.status === 404 || reply.status === 410)) {
      return { standing: "fenced", epoch: job.epoch, leaseMs: this.leaseMs };
    }
    return null;
  }

  /** Also while the runner ends: an order of traffic that comes to its end first is still this host's. */
  private renew(): void {
    this.ask("running", 5000, AbortSignal.timeout(5000)).catch((error: unknown) =>
      this.desk.log.error({ job: this.job.id, error: String(error) }, "A job could not be renewed; it is tried again."),
    );
  }

  private look(): void {
    const { size } = statSync(join(this.folder, "journal"));
    if (size === this.journalSize) return;
    this.journalSize = size;
    this.story = jobStory(readJournal(this.folder));
    this.endIfUnwanted();
  }

  private endIfUnwanted(): void {
    const { keeper } = this.story;
    if (this.end !== null || (this.standing !== "cancel" && this.standing !== "fenced")) return;
    this.withdrawn.abort();
    if (keeper !== null) askToEnd(keeper);
  }

  private async watch(): Promise<void> {
    let renewedAt = monotonicMs();
    this.watchedSince = renewedAt;
    while (!this.desk.ending.aborted) {
      this.look();
      const { story } = this;
      if (story.end !== null) return this.record.adopt(story.end);
      if (monotonicMs() - renewedAt > this.leaseMs / 3) {
        renewedAt = monotonicMs();
        this.renew();
      }
      if (story.asks !== null) await this.permit(story.asks);
      else if (!(await this.isKept())) return;
      await this.desk.pause(LOOK_MS);
    }
  }

  private async permit(turn: number): Promise<void> {
    const allowed = await this.askFence("effect");
    if (allowed === null) return;
    if (allowed.isAllowed) {
      appendRecord(this.folder, { kind: "permit", turn, until: allowed.until });
      return;
    }
    this.standing = allowed.standing === "go_on" ? "fenced" : allowed.standing;
    this.endIfUnwanted();
    await this.desk.pause(ASK_AGAIN_MS);
  }

  /** False once nobody is left who could write down how it ended. */
  private async isKept(): Promise<boolean> {
    const { keeper } = this.story;
    if (keeper === null) {
      if (monotonicMs() - this.watchedSince < KEEPER_SILENT_MS) return true;
    } else if (isLiving(keeper)) return true;
    // It may have written its last word after it was looked at.
    this.look();
    if (this.story.end !== null || this.story.keeper !== keeper) return true;
    if (this.story.begun) await this.declareLost("The process that kept watch over it is gone");
    else this.refuse("not_started_in_time", "Its keeper ended before it began anything.");
    return false;
  }

  private async declareLost(because: string): Promise<void> {
    const { desk, folder, job, story } = this;
    const end = await lostEnd(desk, job, folder, { because, child: story.child });
    this.record.state(end);
    desk.log.error({ job: job.id, title: job.title }, end.says);
  }
}
