import { shareStanding } from "@/lib/analysis/judge-serving";
import type { Side, TrafficOrder } from "@/lib/contracts/traffic";
import type { UserKey } from "./nginx-settings";
import type { Tally } from "./sides";

const LEAST = 12;
const MOST = 1_000;
/** A living side stays out of a sample by chance once in so many probes. */
const CHANCE = 1e-4;

/** How many requests tell a side that serves its share from one that is not there. */
export function sampleSize(share: number): number {
  const smaller = Math.min(share, 100 - share) / 100;
  if (smaller <= 0) return LEAST;
  return Math.min(MOST, Math.max(LEAST, Math.ceil(Math.log(CHANCE) / Math.log(1 - smaller))));
}

/** "v1.0.0" and "1.0.0" are one version. */
function plainVersion(version: string): string {
  return version.trim().replace(/^v(?=\d)/iu, "");
}

function strangeVersion(tally: Tally, versions: TrafficOrder["versions"]): string | null {
  for (const { side, version, count } of tally.versions()) {
    const wanted = versions?.[side] ?? null;
    if (wanted === null || version === null || plainVersion(version) === plainVersion(wanted)) continue;
    return `${side} answered ${count} times as ${version}, not as ${wanted}`;
  }
  return null;
}

export type SampleVerdict = { kind: "fine" } | { kind: "again" } | { kind: "wrong"; detail: string };

function counted({ counts }: Tally): string {
  const { green, blue, nobody, other } = counts;
  const all = green + blue + nobody + other;
  const rest = [
    ...(nobody > 0 ? [`${nobody} unanswered`] : []),
    ...(other > 0 ? [`${other} from unknown addresses`] : []),
  ];
  return [`green ${green}`, `blue ${blue}`, ...rest].join(", ").concat(` of ${all} probes`);
}

function silentSide({ counts }: Tally, share: number): Side | null {
  if (share > 0 && counts.green === 0) return "green";
  return share < 100 && counts.blue === 0 ? "blue" : null;
}

/** Whether the sample shows what was asked. All users of one address are one user: there only the listener and the versions tell. */
export function judgeSample(
  tally: Tally,
  { share, versions }: Pick<TrafficOrder, "share" | "versions">,
  key: UserKey["kind"] | null,
): SampleVerdict {
  const { green, blue, nobody, other } = tally.counts;
  if (green + blue + other === 0) return { kind: "wrong", detail: `nobody answers: ${counted(tally)}` };
  // Nobody stays on a failing version because the old one calls itself something else: that is told as counts.
  const strange = share === 0 ? null : strangeVersion(tally, versions);
  if (strange !== null) return { kind: "wrong", detail: strange };
  if (key === "address") return { kind: "fine" };
  const standing = shareStanding(green, green + blue + nobody + other, share / 100);
  if (standing === "within") return { kind: "fine" };
  if (standing === "off") return { kind: "again" };
  const silent = silentSide(tally, share);
  return { kind: "wrong", detail: silent === null ? counted(tally) : `${silent} does not serve: ${counted(tally)}` };
}
