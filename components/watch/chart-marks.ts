import type { Plan } from "@/lib/domain/plan/plan";
import { nameOf } from "@/lib/domain/release/describe";
import type { ReleaseEvent } from "@/lib/domain/release/events";

type Mark = { at: number; label: string; kind: "stage" | "decision" };

/** What is marked on a chart's time: where a stage begins, and what was decided. `row` keeps labels apart, 0 = lowest. */
export type ChartMark = Mark & { row: number };

export type Range = { from: number; to: number };

/** What a screen calls the acts that are marked, in its own language. */
type MarkWords = { override: string; hold: string; rollback: string };

function markOf(plan: Plan, event: ReleaseEvent, words: MarkWords): Mark | null {
  const at = event.releaseAt;
  switch (event.type) {
    case "stage.started":
      return { at, label: nameOf(plan, event.payload.stage), kind: "stage" };
    case "gate.decided":
      return { at, label: event.payload.decision === "go" ? "GO" : "NO-GO", kind: "decision" };
    case "gate.overridden":
      return { at, label: words.override, kind: "decision" };
    case "release.held":
      return { at, label: words.hold, kind: "decision" };
    case "rollback.started":
      return { at, label: words.rollback, kind: "decision" };
    default:
      return null;
  }
}

/** How much of the width a label takes, at 11 px on a drawer's chart of about 550 px. */
function widthOf(label: string): number {
  const px = [...label].reduce((sum, character) => sum + ((character.codePointAt(0) ?? 0) > 0x2e7f ? 11 : 6.5), 10);
  return px / 550;
}

/** As many rows of labels as stand over a chart; what finds no room keeps its line and loses its label. */
export const MARK_ROWS = 3;

/** Stage boundaries, decisions and rollbacks in a range of the release's time, their labels in rows where none covers another. */
export function chartMarks(
  plan: Plan,
  events: readonly ReleaseEvent[],
  { from, to, words }: Range & { words: MarkWords },
): ChartMark[] {
  const ends: number[] = [];
  return events.flatMap((event): ChartMark[] => {
    const mark = event.releaseAt < from || event.releaseAt > to ? null : markOf(plan, event, words);
    if (mark === null) return [];
    const begins = (mark.at - from) / Math.max(1, to - from);
    const free = Array.from({ length: MARK_ROWS }, (_, row) => row).find((row) => (ends[row] ?? 0) <= begins);
    if (free === undefined) return [{ ...mark, label: "", row: 0 }];
    ends[free] = begins + widthOf(mark.label);
    return [{ ...mark, row: free }];
  });
}

const MINUTE_MS = 60_000;
const STEPS_MIN = [1, 2, 5, 10, 15, 30, 60, 120, 240];
const MOST_TICKS = 7;

/** Round times within a range, for the axis. */
export function timeTicks({ from, to }: Range): number[] {
  const step = MINUTE_MS * (STEPS_MIN.find((minutes) => (to - from) / (minutes * MINUTE_MS) <= MOST_TICKS) ?? 480);
  const first = Math.ceil(from / step) * step;
  return Array.from({ length: Math.max(0, Math.floor((to - first) / step) + 1) }, (_, index) => first + index * step);
}

const MOST_STEPS = 5;

/** Round values from nothing to at least the largest, for the other axis; the last one is its end. */
export function valueTicks(largest: number): number[] {
  if (!(largest > 0) || !Number.isFinite(largest)) return [0, 1];
  const rough = largest / MOST_STEPS;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 2.5, 5].find((one) => one * power >= rough) ?? 10);
  const count = Math.ceil(largest / step - 1e-9);
  return Array.from({ length: count + 1 }, (_, index) => Number((index * step).toPrecision(12)));
}
