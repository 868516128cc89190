import { RUNNER_PATHS, type TrafficCounts, TrafficCountsTaken } from "@/lib/contracts/runner";
import type { TrafficObservation } from "@/lib/contracts/traffic";
import type { Desk } from "./job/desk";
import { pauseUntil } from "./pause";

/** How often before the server has said how often, and while it does not answer. */
const EVERY_MS = 5000;
/** A server that does not know this word will not learn it by repetition. */
const REFUSED_MS = 60_000;

/** Tells the server again and again what this host's proxies have counted. What is lost on the way is not repeated: the next word holds. */
export class TrafficReporter {
  private readonly desk: Pick<Desk, "instance" | "link" | "log" | "host" | "ending">;
  private waiting = new AbortController();
  private saidRefusal = "";
  private readonly saidUnread = new Map<string, string>();

  constructor(desk: TrafficReporter["desk"]) {
    this.desk = desk;
  }

  /** A share has just been set: what is counted from now on is wanted soon. */
  nudge(): void {
    this.waiting.abort();
  }

  /** Until the runner ends. */
  async run(): Promise<void> {
    const { ending } = this.desk;
    const end = () => this.waiting.abort();
    ending.addEventListener("abort", end);
    while (!ending.aborted) {
      this.waiting = new AbortController();
      const everyMs = await this.tell().catch((error: unknown) => {
        this.desk.log.warn({ error: String(error) }, "What the proxies have counted could not be told.");
        return EVERY_MS;
      });
      if (!ending.aborted) await pauseUntil(this.waiting.signal, everyMs);
    }
    ending.removeEventListener("abort", end);
  }

  private async counts(): Promise<TrafficCounts["counts"]> {
    const drivers = [...this.desk.host().drivers].slice(0, 20);
    const seen = await Promise.all(
      drivers.map(async ([action, driver]) => ({ action, seen: await driver.observe(), at: Date.now() })),
    );
    for (const { action, seen: counted } of seen) this.sayUnread(action, counted);
    return seen.filter((one) => one.seen.kind === "observed");
  }

  /** Once, and again only after it could be read: it is asked for every few seconds. */
  private sayUnread(action: string, seen: TrafficObservation): void {
    const sentence = seen.kind === "observed" ? (seen.unread?.en ?? "") : "";
    if (sentence !== "" && sentence !== this.saidUnread.get(action)) this.desk.log.warn({ action }, sentence);
    this.saidUnread.set(action, sentence);
  }

  /** Answers how long to wait for the next time. */
  private async tell(): Promise<number> {
    const counts = await this.counts();
    if (counts.length === 0) return EVERY_MS;
    const { instance, link, ending } = this.desk;
    const body: TrafficCounts = { instance, counts };
    const reply = await link.ask({ path: RUNNER_PATHS.traffic, body, answer: TrafficCountsTaken, signal: ending });
    if (reply.kind === "answer") {
      this.saidRefusal = "";
      return reply.value.everyMs;
    }
    if (reply.kind === "later") return EVERY_MS;
    if (this.saidRefusal !== reply.sentence)
      this.desk.log.warn({ status: reply.status }, `The server does not take counts of requests: ${reply.sentence}`);
    this.saidRefusal = reply.sentence;
    return REFUSED_MS;
  }
}
