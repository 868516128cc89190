"use client";

import { Bar, BarChart, CartesianGrid, Legend, ResponsiveContainer, XAxis, YAxis } from "recharts";

/** Minutes of release time. */
export type DurationRow = { name: string; planned: number; actual: number };

type Props = { rows: DurationRow[]; words: { planned: string; actual: string } };

const TICK = { fill: "var(--ink-2)", fontSize: 12 };

export function StageDurationsChart({ rows, words }: Props) {
  return (
    <ResponsiveContainer width="100%" height="100%">
      <BarChart accessibilityLayer={false} data={rows} layout="vertical" margin={{ left: 8, right: 24 }} barGap={1}>
        <CartesianGrid horizontal={false} stroke="var(--line)" />
        <XAxis type="number" unit=" min" tick={TICK} stroke="var(--line-strong)" />
        <YAxis type="category" dataKey="name" width={170} tick={TICK} stroke="var(--line-strong)" interval={0} />
        <Legend verticalAlign="top" align="left" iconType="plainline" wrapperStyle={{ fontSize: 12 }} />
        <Bar dataKey="planned" name={words.planned} fill="var(--old)" isAnimationActive={false} barSize={9} />
        <Bar dataKey="actual" name={words.actual} fill="var(--new)" isAnimationActive={false} barSize={9} />
      </BarChart>
    </ResponsiveContainer>
  );
}
