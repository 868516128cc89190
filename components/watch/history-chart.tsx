"use client";

import { CartesianGrid, Line, LineChart, ReferenceLine, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import { minuteOfDay, timeOfDay } from "@/components/ui/release/time-text";
import { numberText, type Threshold } from "@/components/ui/watch/figure";
import { filledParts } from "@/components/ui/watch/filled-part";
import type { Side } from "@/lib/contracts/round";
import { type ChartMark, MARK_ROWS, timeTicks, valueTicks } from "./chart-marks";
import type { ChartPoint } from "./chart-points";

type Props = {
  points: ChartPoint[];
  from: number;
  to: number;
  threshold: Threshold | null;
  marks: ChartMark[];
  timeZone: string;
  unit: string;
  names: { new: string; old: string; one: string };
};

const TICK = { fill: "var(--ink-2)", fontSize: 12 };
const TOOLTIP = { background: "var(--raised)", border: "1px solid var(--line-strong)", borderRadius: 0 };
/** Labels of marks stand over the drawing, in rows. */
const ROW_PX = 14;
const TOP_PX = 8 + MARK_ROWS * ROW_PX;
const END_PX = 92;
const NEW = "var(--new)";
const LINES = [
  { side: "old", stroke: "var(--old)", dash: "5 4" },
  { side: "one", stroke: "var(--ink)", dash: "0" },
  { side: "new", stroke: NEW, dash: "0" },
] as const;

const MARK_TEXT = { fill: "var(--ink-2)", fontSize: 11 } as const;

type End = { index: number; value: number };

/** The last value of a line and its place among the moments; null where it has none. */
function endOf(points: readonly ChartPoint[], side: Side): End | null {
  const index = points.findLastIndex((point) => typeof point[side] === "number");
  const value = points[index]?.[side];
  return typeof value === "number" ? { index, value } : null;
}

type Place = { x?: number | string | undefined; y?: number | string | undefined; index?: number | undefined };

/** The name of a line at its end, so that the two are told apart without their colours; the higher line's name keeps above the lower's. */
function endLabel(name: string, fill: string, end: End | null, other: End | null) {
  const dy =
    other === null || end === null
      ? 4
      : end.value > other.value || (end.value === other.value && fill === NEW)
        ? -3
        : 11;
  return ({ x, y, index }: Place) =>
    end !== null && index === end.index ? (
      <text x={Number(x) + 8} y={Number(y) + dy} fill={fill} fontSize={12}>
        {name}
      </text>
    ) : null;
}

function markLine({ at, label, kind, row }: Props["marks"][number]) {
  return (
    <ReferenceLine
      key={`${kind}:${at}:${label}`}
      x={at}
      stroke={kind === "stage" ? "var(--line-strong)" : "var(--accent)"}
      strokeDasharray={kind === "stage" ? "0" : "6 2"}
      label={{ value: label, position: "insideTopLeft", offset: 0, dx: 4, dy: -(row + 1) * ROW_PX, ...MARK_TEXT }}
    />
  );
}

function thresholdLine({ value, text }: NonNullable<Props["threshold"]>) {
  return (
    <ReferenceLine
      y={value}
      stroke="var(--caution)"
      strokeDasharray="2 4"
      ifOverflow="extendDomain"
      label={{ value: text, position: "insideBottomLeft", fill: "var(--caution)", fontSize: 12 }}
    />
  );
}

type Ends = Record<(typeof LINES)[number]["side"], ReturnType<typeof endOf>>;

type Part = "watched" | "filled";
type DrawnPoint = ChartPoint & { drawn: Record<Part, boolean> | undefined };

const partOf = (part: Part, side: Side) => (point: DrawnPoint) => (point.drawn?.[part] ? point[side] : null);

/** What was asked for afterwards is drawn thinner: nobody judged by it. */
function filledLine({ side, stroke, dash }: (typeof LINES)[number]) {
  return (
    <Line
      key={`${side}:filled`}
      dataKey={partOf("filled", side)}
      stroke={stroke}
      strokeDasharray={dash}
      strokeWidth={1}
      strokeOpacity={0.6}
      dot={false}
      activeDot={false}
      tooltipType="none"
      isAnimationActive={false}
    />
  );
}

/** One side's line, its name at its end; where both ends meet, each keeps clear of the other. */
function sideLine({ side, stroke, dash }: (typeof LINES)[number], names: Props["names"], ends: Ends) {
  const other = side === "new" ? ends.old : side === "old" ? ends.new : null;
  return (
    <Line
      key={side}
      dataKey={partOf("watched", side)}
      name={names[side]}
      stroke={stroke}
      strokeDasharray={dash}
      strokeWidth={2}
      dot={false}
      isAnimationActive={false}
      label={endLabel(names[side], stroke, ends[side], other)}
    />
  );
}

/** Frames, axes, tooltip and history; nothing is animated, because it is drawn anew every second. */
export function HistoryChart({ points, from, to, threshold, marks, timeZone, unit, names }: Props) {
  const values = points.flatMap((point) =>
    [point.new, point.old, point.one].filter((value) => typeof value === "number"),
  );
  const heights = valueTicks(Math.max(0, threshold?.value ?? 0, ...values));
  const parts = filledParts(points);
  const drawn: DrawnPoint[] = points.map((point, index) => ({ ...point, drawn: parts[index] }));
  const ends = { new: endOf(points, "new"), old: endOf(points, "old"), one: endOf(points, "one") };
  return (
    <ResponsiveContainer width="100%" height="100%">
      <LineChart accessibilityLayer={false} data={drawn} margin={{ top: TOP_PX, right: END_PX, bottom: 4, left: 4 }}>
        <CartesianGrid vertical={false} stroke="var(--line)" />
        <XAxis
          dataKey="at"
          type="number"
          domain={[from, to]}
          allowDataOverflow
          tick={TICK}
          stroke="var(--line-strong)"
          tickFormatter={(at: number) => minuteOfDay(at, timeZone)}
          ticks={timeTicks({ from, to })}
          interval={0}
        />
        <YAxis
          width={56}
          tick={TICK}
          stroke="var(--line-strong)"
          tickFormatter={numberText}
          ticks={heights}
          interval={0}
          domain={[Math.min(0, ...values), heights.at(-1) ?? 1]}
          allowDataOverflow
        />
        <Tooltip
          isAnimationActive={false}
          contentStyle={TOOLTIP}
          labelFormatter={(at) => timeOfDay(Number(at), timeZone)}
          formatter={(value) => `${numberText(Number(value))} ${unit}`}
        />
        {marks.map(markLine)}
        {threshold === null ? null : thresholdLine(threshold)}
        {points.some(({ filled }) => filled) ? LINES.map(filledLine) : null}
        {LINES.map((line) => sideLine(line, names, ends))}
      </LineChart>
    </ResponsiveContainer>
  );
}
