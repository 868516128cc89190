import { type Counts, countedBand, countedShare } from "@/lib/analysis/counted-share";
import type { Round } from "@/lib/contracts/round";
import type { Instant } from "@/lib/domain/release/time";
import { COUNTS_OLD_MS, type CountedTraffic } from "@/lib/ports/traffic-count-store";

/** What proxies said lately: enough of it to tell the last minute from the time before. */
export type CountMemory = { share: number; since: Instant; points: (Counts & { at: Instant })[] };

const LATELY_MS = 60_000;
const MOST_POINTS = 60;

type Band = Round["evidence"]["band"];
type Counted = { band: Band; share: number | null; memory: CountMemory | null };

const ORDER: readonly Band[] = [null, "in", "unknown", "out"];
const rank = ({ band }: { band: Band }) => ORDER.indexOf(band);

function pointsAfter(memory: CountMemory | null, seen: CountedTraffic): CountMemory["points"] {
  const { green, blue, nobody, other, at } = seen;
  const point = { green, blue, nobody, other, at };
  const isSame = memory !== null && memory.since === seen.since && memory.share === seen.share;
  const points = isSame ? memory.points.filter((one) => one.at < at) : [];
  const recent = points.filter((one) => at - one.at <= LATELY_MS);
  // One point of more than a minute ago is what the last minute is measured from.
  const before = points.findLast((one) => at - one.at > LATELY_MS);
  return [...(before === undefined ? [] : [before]), ...recent, point].slice(-MOST_POINTS);
}

/** What the counts of proxies say of the wanted share, the worst of them where several have it; no band where nobody has ever counted. */
export function judgeCounts(
  seen: CountedTraffic | null,
  { wanted, at, memory }: { wanted: number; at: Instant; memory: CountMemory | null },
): Counted {
  if (seen === null) return { band: null, share: null, memory };
  const points = pointsAfter(memory, seen);
  const next = { share: seen.share, since: seen.since, points };
  // A share that is on its way, proxies that differ in it, and one that is silent: nobody can say.
  if (seen.share !== wanted || seen.isDisputed === true || at - seen.at > COUNTS_OLD_MS)
    return { band: "unknown", share: null, memory: next };
  const [oldest] = points;
  const before = oldest !== undefined && points.length > 1 ? oldest : null;
  const of = (one: Counts, since: Counts | null) => ({
    band: countedBand(one, since, wanted / 100),
    share: countedShare(one),
  });
  const all = [of(seen, before), ...(seen.others ?? []).map((one) => of(one, null))];
  return { ...all.reduce((worst, one) => (rank(one) > rank(worst) ? one : worst)), memory: next };
}

type Said = Pick<Counted, "band" | "share">;

/** Where both the versions and the proxy count, the worse of the two holds, with the share that it is about. */
export function worseOf(versions: Said, proxy: Said): Said {
  const [one, other] = [rank(versions), rank(proxy)];
  const isProxys = one < other || (one === other && versions.share === null);
  const { band, share } = isProxys ? proxy : versions;
  // Where nobody can say, any share that somebody has seen says more than none.
  return { band, share: band === "unknown" ? (share ?? versions.share ?? proxy.share) : share };
}
