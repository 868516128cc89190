import {
  type TrafficDrill,
  type TrafficFence,
  type TrafficObservation,
  TrafficOrder,
  type TrafficProbe,
  type TrafficRefusal,
  type TrafficReply,
} from "@/lib/contracts/traffic";
import type { TrafficDriver, TrafficPermit } from "@/lib/ports/traffic-driver";
import { type BegunChange, broken, type Change, changeTraffic, prepareChange, refuse } from "./change";
import { LogCounter } from "./count-log";
import { lockFile } from "./file-lock";
import { type IncludeFile, includeFile } from "./include-file";
import { lookAtProxy } from "./look";
import { mendInterrupted } from "./mend";
import type { NginxSettings } from "./nginx-settings";
import { isOlder, readHeader } from "./read-header";
import { Tally } from "./sides";
import { Stopwatch } from "./stopwatch";

type Options = { now?: () => number; lockWaitS?: number };

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** For who answers himself for what he orders. */
function ownPermit(): TrafficPermit {
  return { withdrawn: new AbortController().signal, mayStill: async () => true };
}

/** One nginx on this host, switched by one generated include. */
export class NginxTraffic implements TrafficDriver {
  readonly kind = "nginx";
  private readonly settings: NginxSettings;
  private readonly now: () => number;
  private readonly lockWaitS: number;
  private readonly file: IncludeFile;
  private readonly log: LogCounter;
  private readonly underWay = new Set<{ fence: TrafficFence; stop: AbortController }>();
  private counting: Promise<unknown> = Promise.resolve();

  constructor(settings: NginxSettings, { now = Date.now, lockWaitS = 5 }: Options = {}) {
    this.settings = settings;
    this.now = now;
    this.lockWaitS = lockWaitS;
    this.file = includeFile(settings.file);
    this.log = new LogCounter(settings.log);
  }

  async set(wish: TrafficOrder, permit: TrafficPermit = ownPermit()): Promise<TrafficReply> {
    const read = TrafficOrder.safeParse(wish);
    if (!read.success) return refuse(this.begin(wish), { because: "invalid", detail: read.error.message });
    for (const { fence, stop } of this.underWay) if (isOlder(fence, wish.fence)) stop.abort();
    const mine = { fence: wish.fence, stop: new AbortController() };
    this.underWay.add(mine);
    const begun = this.begin(wish);
    const prepared = prepareChange(begun);
    // Should it fail while the lock is waited for, that is told when its turn comes.
    prepared.catch(() => undefined);
    try {
      return await this.underLock(begun, { overtaken: mine.stop.signal, permit }, async (change) => {
        const unwanted = broken(change);
        if (unwanted !== null) return refuse(change, unwanted);
        await mendInterrupted(this.settings, this.file, change.overtaken);
        return changeTraffic(change, prepared);
      });
    } finally {
      this.underWay.delete(mine);
      await prepared.then(({ path }) => this.file.discard(path)).catch(() => undefined);
    }
  }

  async observe(): Promise<TrafficObservation> {
    const turn = this.counting.then(() => this.count());
    this.counting = turn;
    return turn;
  }

  async probe(): Promise<TrafficProbe> {
    const generation = await this.standing();
    const nothing = {
      share: generation?.share ?? 0,
      fence: generation?.fence ?? { release: "-", startedAt: 0, epoch: 0 },
    };
    const overtaken = new AbortController().signal;
    return this.underLock(this.begin(nothing), { overtaken, permit: ownPermit() }, async (change) => {
      const mended = await mendInterrupted(this.settings, this.file, change.signal);
      return lookAtProxy(change, mended);
    });
  }

  /** The shadow goes to green first, untimed; the way back is what is measured. */
  async drill(fence: TrafficFence, permit?: TrafficPermit): Promise<TrafficDrill> {
    const { shadow, name } = this.settings;
    if (shadow === null) {
      const zh = `${name}：没有配置影子上游，无法演练回滚。`;
      return {
        kind: "not_observed",
        sentence: { zh, en: `${name}: no shadow upstream is set up, so nothing can be drilled.` },
      };
    }
    const probe = { ...this.settings.probe, port: shadow.port };
    const stage = new NginxTraffic(
      { ...this.settings, name: `${name}_shadow`, file: shadow.file, probe, shadow: null },
      { now: this.now, lockWaitS: this.lockWaitS },
    );
    const there = await stage.set({ share: 100, fence }, permit);
    if (there.kind === "refused") return there;
    const back = await stage.set({ share: 0, fence });
    if (back.kind === "refused") return back;
    const { tookMs, phases } = back.kind === "set" ? back : { tookMs: 0, phases: [] };
    return { kind: "drilled", tookMs, phases, at: this.now() };
  }

  private begin(order: TrafficOrder): BegunChange {
    return { settings: this.settings, file: this.file, order, watch: new Stopwatch(), now: this.now };
  }

  private standing() {
    return this.file.read().then(
      (text) => readHeader(text ?? ""),
      () => null,
    );
  }

  private async count(): Promise<TrafficObservation> {
    const { name, log } = this.settings;
    const generation = await this.standing();
    if (generation === null) {
      const zh = `${name}：尚未设置过流量，没有可统计的请求。`;
      return {
        kind: "not_observed",
        sentence: { zh, en: `${name}: traffic was never set here, so nothing is counted.` },
      };
    }
    const { share, fence, at } = generation;
    try {
      const { tally, since } = await this.log.count(generation);
      return { kind: "observed", share, fence, since, ...tally.counts, versions: tally.versions() };
    } catch (error) {
      // Not "nobody counts here", by which a gate would open with nothing seen: no request was seen, and that keeps it shut.
      const zh = `${name}：无法读取代理日志 ${log}（${messageOf(error)}）。请检查 access_log 是否已配置。`;
      const en = `${name}: the proxy's log ${log} cannot be read (${messageOf(error)}). Is its access_log line there?`;
      return { kind: "observed", share, fence, since: at, ...new Tally().counts, versions: [], unread: { zh, en } };
    }
  }

  private async underLock<T>(
    begun: BegunChange,
    bounds: Pick<Change, "overtaken" | "permit">,
    work: (change: Change) => Promise<T>,
  ): Promise<T | TrafficRefusal> {
    const locked = await begun.watch.time("lock", () => lockFile(`${this.settings.file}.lock`, this.lockWaitS));
    if (locked.kind === "busy")
      return refuse(begun, { because: "busy", detail: locked.holder }, { seconds: this.lockWaitS });
    if (locked.kind === "fault") return refuse(begun, { because: "not_written", detail: locked.detail });
    const change = { ...begun, ...bounds, signal: AbortSignal.any([bounds.overtaken, bounds.permit.withdrawn]) };
    return work(change)
      .catch((error: unknown) => this.afterFault(change, error))
      .finally(() => locked.release());
  }

  /** A full disk, a folder without rights: what was begun is cleared away as if the process had been killed there. */
  private async afterFault(change: Change, error: unknown): Promise<TrafficRefusal> {
    const { signal } = new AbortController();
    const mended = await mendInterrupted(this.settings, this.file, signal).catch(() => true);
    const standing = mended ? "unknown" : "before";
    return refuse(change, { because: "not_written", detail: messageOf(error) }, { standing });
  }
}
