"use client";

import { CartesianGrid, Line, LineChart, ReferenceLine, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import { minuteOfDay, timeOfDay } from "@/components/ui/release/time-text";
import { numberText, type Threshold } from "@/components/ui/watch/figure";
import type { ChartMark } from "./chart-marks";
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
const LABEL = { position: "insideTopLeft", offset: 4, fill: "var(--ink-2)", fontSize: 11 } as const;
const LINES = [
  { side: "old", stroke: "var(--old)", dash: "5 4" },
  { side: "one", stroke: "var(--ink)", dash: "0" },
  { side: "new", stroke: "var(--new)", dash: "0" },
] as const;

/** Frames, axes, tooltip and history; nothing is animated, because it is drawn anew every second. */
export function HistoryChart({ points, from, to, threshold, marks, timeZone, unit, names }: Props) {
  return (
    <ResponsiveContainer width="100%" height="100%">
      <LineChart accessibilityLayer={false} data={points} margin={{ top: 22, right: 54, bottom: 4, left: 4 }}>
        <CartesianGrid vertical={false} stroke="var(--line)" />
        <XAxis
          dataKey="at"
          type="number"
          domain={[from, to]}
          allowDataOverflow
          tick={TICK}
          stroke="var(--line-strong)"
          tickFormatter={(at: number) => minuteOfDay(at, timeZone)}
          minTickGap={40}
        />
        <YAxis width={56} tick={TICK} stroke="var(--line-strong)" tickFormatter={numberText} domain={[0, "auto"]} />
        <Tooltip
          isAnimationActive={false}
          contentStyle={TOOLTIP}
          labelFormatter={(at) => timeOfDay(Number(at), timeZone)}
          formatter={(value) => `${numberText(Number(value))} ${unit}`}
        />
        {marks.map(({ at, label, kind }) => (
          <ReferenceLine
            key={`${kind}:${at}:${label}`}
            x={at}
            stroke={kind === "stage" ? "var(--line-strong)" : "var(--accent)"}
            label={{ ...LABEL, value: label }}
          />
        ))}
        {threshold === null ? null : (
          <ReferenceLine
            y={threshold.value}
            stroke="var(--caution)"
            strokeDasharray="2 4"
            ifOverflow="extendDomain"
            label={{ value: threshold.text, position: "insideBottomLeft", fill: "var(--caution)", fontSize: 12 }}
          />
        )}
        {LINES.map(({ side, stroke, dash }) => (
          <Line
            key={side}
            dataKey={side}
            name={names[side]}
            stroke={stroke}
            strokeDasharray={dash}
            strokeWidth={2}
            dot={false}
            isAnimationActive={false}
          />
        ))}
      </LineChart>
    </ResponsiveContainer>
  );
}
