import { randomBytes } from "node:crypto";
import type { TrafficOrder, TrafficRefusal, TrafficReply } from "@/lib/contracts/traffic";
import { trafficSentence } from "@/lib/contracts/traffic-sentences";
import type { TrafficPermit } from "@/lib/ports/traffic-driver";
import { askMark, sampleProxy } from "./ask-proxy";
import type { IncludeFile } from "./include-file";
import { judgeSample, sampleSize } from "./judge-sample";
import { reloadNginx } from "./nginx-process";
import type { NginxSettings } from "./nginx-settings";
import { isOlder, readHeader } from "./read-header";
import { reloadUntil } from "./reload-until";
import { type Generation, renderInclude } from "./render-include";
import { testWithoutShadow } from "./shadow-file";
import { resolveSide, Tally } from "./sides";
import type { Stopwatch } from "./stopwatch";

const PUT_BACK_LIMIT_MS = 10_000;

export type Change = {
  settings: NginxSettings;
  file: IncludeFile;
  order: TrafficOrder;
  watch: Stopwatch;
  /** A newer order waits for the lock. */
  overtaken: AbortSignal;
  permit: TrafficPermit;
  /** Either: by a newer order, or because it is not wanted any more. */
  signal: AbortSignal;
  now: () => number;
};

/** What there is of a change before it has the lock. */
export type BegunChange = Omit<Change, "overtaken" | "permit" | "signal">;

type Trouble = Pick<TrafficRefusal, "because" | "detail">;

export function refuse(
  { settings, order, watch }: Pick<Change, "settings" | "order" | "watch">,
  { because, detail }: Trouble,
  { standing = "before", ...facts }: { standing?: TrafficRefusal["standing"]; newest?: number; seconds?: number } = {},
): TrafficRefusal {
  const { share, fence } = order;
  const sentence = trafficSentence(because, { target: settings.name, detail, share, epoch: fence.epoch, ...facts });
  return { kind: "refused", because, sentence, detail: detail.slice(0, 8000), standing, phases: watch.phases };
}

/** An order that another one has overtaken, also while this process stood still. */
async function overtaken(change: Change): Promise<TrafficRefusal | null> {
  const newest = await change.file.newestFence();
  if (newest === null || !isOlder(change.order.fence, newest)) return null;
  const since = new Date(newest.startedAt).toISOString();
  const detail = `release ${newest.release}, begun ${since}, epoch ${newest.epoch} has been here`;
  return refuse(change, { because: "fenced", detail }, { newest: newest.epoch });
}

/** A generation whose text lies on the disk, not yet in its place. */
export type Prepared = { generation: Generation; path: string };

/** What takes time and needs no lock: names are resolved, the text is written beside its place. */
export async function prepareChange({ settings, file, order, now }: BegunChange): Promise<Prepared> {
  const [green, blue] = await Promise.all([resolveSide(settings.green.servers), resolveSide(settings.blue.servers)]);
  const mark = randomBytes(5).toString("hex");
  const generation = { share: order.share, fence: order.fence, at: now(), mark, addresses: { green, blue } };
  return { generation, path: await file.prepare(renderInclude(settings, generation)) };
}

const WITHDRAWN: Trouble = { because: "withdrawn", detail: "it is not wanted any more" };

/** Whether it goes no further; a newer order counts first, for that one waits. */
export function broken({ overtaken, permit }: Pick<Change, "overtaken" | "permit">): Trouble | null {
  if (overtaken.aborted) return { because: "superseded", detail: "a newer order came" };
  return permit.withdrawn.aborted ? WITHDRAWN : null;
}

/** Asked right before a step that users could meet: this process may have stood still since it was let begin. */
async function forbidden(change: Change): Promise<Trouble | null> {
  const { permit, signal } = change;
  const may = broken(change) === null && (await permit.mayStill(signal));
  return broken(change) ?? (may ? null : WITHDRAWN);
}

async function putInPlace(change: Change, { path }: Prepared): Promise<Trouble | null> {
  const { file, watch } = change;
  await watch.time("write", () => file.replace(path));
  const [tested] = await watch.time("test", () => Promise.all([testWithoutShadow(change), file.settle()]));
  if (tested.kind === "unknown_host") return broken(change) ?? { because: "unknown_host", detail: tested.detail };
  if (tested.kind !== "ok") return broken(change) ?? { because: "config_refused", detail: tested.detail };
  return broken(change);
}

async function takeEffect(change: Change, { mark }: Generation): Promise<Trouble | null> {
  const { settings, watch, signal } = change;
  const reloaded = await watch.time("reload", () => reloadUntil(settings, mark, signal));
  if (reloaded.kind === "ok") return broken(change);
  return broken(change) ?? { because: "reload_failed", detail: reloaded.detail };
}

/** Asks twice where the first answer may be chance. */
export async function sampleTwice(change: Change, generation: Generation, tally: Tally): Promise<Trouble | null> {
  const { settings, order, signal } = change;
  const key = settings.mode.kind === "cohorts" ? settings.mode.key.kind : null;
  const count = sampleSize(order.share);
  await sampleProxy(settings, generation, { count, signal, tally });
  let verdict = judgeSample(tally, order, key);
  if (verdict.kind === "again") {
    await sampleProxy(settings, generation, { count: 2 * count, signal, tally });
    verdict = judgeSample(tally, order, key);
  }
  if (signal.aborted) return broken(change);
  if (verdict.kind === "fine") return null;
  return {
    because: "probe_failed",
    detail: verdict.kind === "wrong" ? verdict.detail : "the share is not what was asked",
  };
}

/** The file that stood before stands again; where nginx may have taken the new one, it takes the old one again. */
async function putBack(change: Change, trouble: Trouble, reached: "test" | "reload"): Promise<TrafficRefusal> {
  const { settings, file, watch } = change;
  const signal = AbortSignal.timeout(PUT_BACK_LIMIT_MS);
  const stood = readHeader((await file.readBefore()) ?? "")?.mark ?? null;
  const isBack = await watch.time("put_back", async () => {
    await file.putBack();
    if (reached === "test") return true;
    const until = AbortSignal.any([signal, change.overtaken]);
    const isSeen = !change.overtaken.aborted && (await reloadUntil(settings, stood, until)).kind === "ok";
    // Who overtakes does not wait: he reloads himself, and his file decides.
    return isSeen || (change.overtaken.aborted && (await reloadNginx(settings, signal)).kind === "ok");
  });
  return refuse(change, trouble, { standing: isBack ? "before" : "unknown" });
}

/** Whether anybody answers users under the file that stands now. */
async function isServed({ settings, file, signal }: Change): Promise<boolean> {
  const standing = readHeader((await file.read()) ?? "");
  if (standing === null) return false;
  const { counts } = await sampleProxy(settings, standing, { count: sampleSize(0), signal });
  return counts.green + counts.blue + counts.other > 0;
}

/** The file of a way back stays although it does not serve: what comes up again, nginx or the old version, then meets it. */
async function stayBack(change: Change, { generation }: Prepared, trouble: Trouble): Promise<TrafficRefusal> {
  const { settings, file, watch } = change;
  const signal = AbortSignal.timeout(PUT_BACK_LIMIT_MS);
  await watch.time("put_back", async () => {
    if (readHeader((await file.read()) ?? "")?.mark !== generation.mark) {
      await file.replace(await file.prepare(renderInclude(settings, generation)));
      await file.settle();
      await reloadUntil(settings, generation.mark, signal);
    }
    await file.keep();
  });
  return refuse(change, { because: "stays_back", detail: trouble.detail }, { standing: "unknown" });
}

/**
 * Whatever fails after the reload, what stood before stands again. A way back to the old version differs: it is left only for something
 * that does serve users. See docs/decisions/0035.
 */
async function giveUp(change: Change, prepared: Prepared, trouble: Trouble): Promise<TrafficRefusal> {
  const isWayBack = change.order.share === 0;
  if (isWayBack && trouble.because === "reload_failed") return stayBack(change, prepared, trouble);
  const refusal = await putBack(change, trouble, "reload");
  if (!isWayBack || trouble.because !== "probe_failed" || (await isServed(change))) return refusal;
  return stayBack(change, prepared, trouble);
}

async function carryOut(change: Change, prepared: Prepared): Promise<TrafficReply> {
  const { file, watch } = change;
  const { generation } = prepared;
  const unwanted = await forbidden(change);
  if (unwanted !== null) return refuse(change, unwanted);
  const untaken = (await putInPlace(change, prepared)) ?? (await forbidden(change));
  if (untaken !== null) return putBack(change, untaken, "test");
  const tally = new Tally();
  const ineffective =
    (await takeEffect(change, generation)) ?? (await watch.time("probe", () => sampleTwice(change, generation, tally)));
  if (ineffective !== null) return giveUp(change, prepared, ineffective);
  await file.keep();
  return done(change, { changed: true, tally });
}

function done({ watch, order }: Change, { changed, tally }: { changed: boolean; tally: Tally }): TrafficReply {
  const { share, fence } = order;
  const sampled = tally.versions();
  return { kind: "set", share, fence, changed, sampled, phases: watch.phases, tookMs: watch.total() };
}

/** It stands so already under the same fence, with the same servers. */
function standsAlready({ settings, order }: Change, text: string | null): Generation | null {
  const there = readHeader(text ?? "");
  if (there === null || there.share !== order.share) return null;
  if (there.fence.release !== order.fence.release || there.fence.epoch !== order.fence.epoch) return null;
  return renderInclude(settings, there) === text ? there : null;
}

/** The whole order, under the lock. Whatever fails, the old file stands again. */
export async function changeTraffic(change: Change, prepared: Promise<Prepared>): Promise<TrafficReply> {
  const late = await overtaken(change);
  if (late !== null) return late;
  const there = standsAlready(change, await change.file.read());
  if (there !== null && (await askMark(change.settings)) === there.mark) {
    const tally = new Tally();
    const trouble = await change.watch.time("probe", () => sampleTwice(change, there, tally));
    if (trouble === null) return done(change, { changed: false, tally });
    return refuse(change, { ...trouble, because: "not_as_set" }, { standing: "before" });
  }
  return carryOut(change, await prepared);
}
