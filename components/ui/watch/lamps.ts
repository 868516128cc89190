import type { Round } from "@/lib/contracts/round";
import type { ReleaseState } from "@/lib/domain/release/state";
import { WATCH_ITSELF } from "@/lib/domain/release/watch-evidence";
import type { StateTone } from "../state-mark";
import { type Age, ageOf, lastGoodAt } from "./age";

const AGE_TONE: Record<Age, StateTone> = { fresh: "go", old: "warning", gone: "unknown" };

/** What the lamp of the metric source says, and how old the last good answer is; null where there never was one. */
export type MetricLamp = {
  tone: StateTone;
  word: "none" | "unwatched" | "dead" | "blind" | "lost" | "seen";
  source: string;
  ageMs: number | null;
};

/** Seen, lost or blind: blindness is a state of its own, which freezes the release. */
export function metricLamp({ blind }: Pick<ReleaseState, "blind">, round: Round | null, realNow: number): MetricLamp {
  const goodAt = round === null ? null : lastGoodAt(round);
  const ageMs = goodAt === null ? null : Math.max(0, realNow - goodAt);
  if (blind?.source === WATCH_ITSELF) return { tone: "unknown", word: "dead", source: "", ageMs };
  if (blind !== null) return { tone: "unknown", word: "blind", source: blind.source, ageMs };
  const lost = round?.sources.find(({ seen }) => !seen);
  if (lost !== undefined) return { tone: "unknown", word: "lost", source: lost.source, ageMs };
  // No round has ever come: there is nobody to ask how old it is.
  if (round?.evidence.roundAt === 0) return { tone: "unknown", word: "unwatched", source: "", ageMs: null };
  if (round === null || ageMs === null) return { tone: "unknown", word: "none", source: "", ageMs };
  const source = round.sources.length === 1 ? (round.sources[0]?.source ?? "") : "";
  return { tone: AGE_TONE[ageOf(ageMs, round.evidence.intervalMs)], word: "seen", source, ageMs };
}

/** What the lamp of the traffic source says: what the new version itself serves, held against what is wanted. */
export type TrafficLamp = { tone: StateTone; word: "none" | "in" | "out" | "unknown"; observed: number | null };

/** In its band, off it, not to be told, or seen by nobody. */
export function trafficLamp({ traffic }: Pick<ReleaseState, "traffic">, round: Round | null): TrafficLamp {
  const band = round?.evidence.band ?? null;
  const observed = observedShare({ traffic }, round);
  if (band === null) return { tone: "unknown", word: "none", observed };
  if (band === "in") return { tone: "go", word: "in", observed };
  return band === "out" ? { tone: "no-go", word: "out", observed } : { tone: "warning", word: "unknown", observed };
}

/** Percent that the new version itself served in the latest round, else when it was last reported. */
export function observedShare({ traffic }: Pick<ReleaseState, "traffic">, round: Round | null): number | null {
  if (round !== null && round.evidence.wantedShare === traffic.wanted) {
    return round.evidence.observedShare ?? traffic.observed;
  }
  return traffic.observed;
}
