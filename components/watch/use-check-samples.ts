"use client";

import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { Measure } from "@/lib/domain/plan/measure";
import type { Check } from "@/lib/domain/plan/plan";
import { realTime, releaseTime } from "@/lib/domain/release/time";
import { fetchSamples } from "@/lib/queries/release/fetch-samples";
import { useHistory } from "@/lib/queries/release/use-history";
import { useNow } from "@/lib/queries/release/use-now";
import { useRelease } from "@/lib/queries/release/use-release";
import { type ChartPoint, chartPoints } from "./chart-points";

export const RANGES = ["quarter", "hour", "all"] as const;
export type Range = (typeof RANGES)[number];

const SPAN_MS: Record<Range, number> = { quarter: 15 * 60_000, hour: 60 * 60_000, all: Infinity };
const MOST_POINTS = 300;
const AGAIN_MS = 5_000;
/** The chart is drawn anew at most this often, however fast a rehearsal runs. */
const DRAWN_HZ = 1;

/** The moments of one check in a range of the release's time: what is stored, and what has come in since. */
export function useCheckSamples(
  check: Check & { measure: Measure },
  range: Range,
): { points: ChartPoint[]; from: number; to: number; isLoading: boolean } {
  const { releaseId, state } = useRelease();
  const { clock } = state;
  const history = useHistory();
  const drawnAt = useNow(DRAWN_HZ);
  const to = releaseTime(clock, drawnAt);
  const start = state.started?.releaseAt ?? to;
  const from = range === "all" ? start : Math.max(start, to - SPAN_MS[range]);
  const realFrom = realTime(clock, from) ?? 0;
  const stored = useQuery({
    queryKey: ["samples", releaseId, range],
    queryFn: () => fetchSamples({ releaseId, from: Math.max(0, realFrom), limit: MOST_POINTS, displayToken: null }),
    refetchInterval: AGAIN_MS,
    placeholderData: (before) => before,
  });
  // Drawn with the clock and not with every round: a fast rehearsal has more rounds than anybody can see.
  const points = useMemo(() => {
    const samples = stored.data ?? [];
    const newest = samples.reduce((latest, { at }) => Math.max(latest, at), 0);
    const tail = Object.entries(history).flatMap(([series, own]) =>
      own.filter(({ at }) => Math.round(at) > newest).map(({ at, value }) => ({ series, at: Math.round(at), value })),
    );
    return chartPoints(check, [...samples, ...tail], clock)
      .filter(({ at }) => at >= from)
      .slice(-MOST_POINTS);
  }, [stored.data, history, check, clock, from]);
  return { points, from, to, isLoading: stored.isPending };
}
