"use client";

import type { ReactNode } from "react";
import { StateMark, type StateTone } from "@/components/ui/state-mark";
import { useScene } from "./scene";

export type ListRow = { key: string; tone: StateTone; word: string; title: ReactNode; who: string; time: string };

type ListPanelProps = { title: string; facts: string; rows: ListRow[]; most: number };

const isOpen = (row: ListRow) => row.tone !== "done" && row.tone !== "skipped";

/** A list that fits: what is open is kept, finished rows give way first, and what is left out is counted. */
function fitting(rows: ListRow[], most: number): ListRow[] {
  if (rows.length <= most) return rows;
  const room = most - 1;
  const open = rows.filter(isOpen).slice(0, room);
  const closed = rows.filter((row) => !isOpen(row)).slice(-(room - open.length) || rows.length);
  return rows.filter((row) => open.includes(row) || (open.length < room && closed.includes(row)));
}

/** Rows of work with their state, owner and time: procedure, follow-ups, criteria. */
export function ListPanel({ title, facts, rows, most }: ListPanelProps) {
  const { say } = useScene();
  const shown = fitting(rows, most);
  return (
    <section className="w-list-panel">
      <h2>
        <span className="title">{title}</span>
        <span className="facts">{facts}</span>
      </h2>
      <ul>
        {shown.map((row) => (
          <li key={row.key}>
            <StateMark tone={row.tone}>{row.word}</StateMark>
            <span className="title">{row.title}</span>
            <span className="w-dim">{row.who}</span>
            <span className="w-dim">{row.time}</span>
          </li>
        ))}
        {shown.length < rows.length ? (
          <li>
            <span className="w-dim">{say("more", { count: rows.length - shown.length })}</span>
          </li>
        ) : null}
      </ul>
    </section>
  );
}
