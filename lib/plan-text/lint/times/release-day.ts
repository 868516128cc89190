import type { LabelledText, Plan } from "@/lib/domain/plan/plan";
import { readDay, readWindow } from "../../clock-times";
import { comparable } from "../../match-word";
import { textChanged } from "../lines-changed";
import { type LintRule, noticed } from "../lint-rule";
import { documentFacts, infoRow, windowLines } from "../plan-times";
import { WEEKDAYS } from "../words/weekdays";
import { weekdayOf } from "./local-minutes";

const two = (value: number) => String(value).padStart(2, "0");

function dayIn(text: string): string | null {
  const day = readDay(text);
  return day === null ? null : `${day.year}-${two(day.month)}-${two(day.day)}`;
}

function dateRows(plan: Plan): LabelledText[] {
  const row = infoRow(plan, "window");
  return [...(row === null ? [] : [row]), ...documentFacts(plan, "date")];
}

/** A release that was planned for a day before the document was last changed: copied, or never brought up to date. */
export const releaseBeforeUpdate: LintRule = ({ plan }) => {
  const rows = dateRows(plan);
  const day =
    plan.info.window?.start.slice(0, 10) ?? rows.map(({ text }) => dayIn(text)).find((found) => found !== null);
  const updates = documentFacts(plan, "updated").map(({ text, lines }) => ({ day: dayIn(text), lines }));
  const later = updates.flatMap((update) => (update.day !== null && day && update.day > day ? [update] : []));
  const updated = later
    .map((update) => update.day ?? "")
    .sort()
    .at(-1);
  if (day === undefined || day === null || updated === undefined) return [];
  const places = [windowLines(plan), ...rows.map(({ lines }) => lines), ...later.map(({ lines }) => lines)] as const;
  return [noticed("release-before-update", places, { day, updated })];
};

/** The head's day and times against those of the information table. */
export const releaseDatesDiffer: LintRule = ({ plan }) => {
  const row = infoRow(plan, "window");
  const window = row === null ? null : readWindow(row.text);
  const day = row === null ? null : dayIn(row.text);
  if (row === null || day === null) return [];
  return documentFacts(plan, "date").flatMap((fact) => {
    const other = readWindow(fact.text);
    const otherDay = dayIn(fact.text);
    const sameTimes = window === null || other === null || (window.start === other.start && window.end === other.end);
    if (otherDay === null || (otherDay === day && sameTimes)) return [];
    return [noticed("release-dates-differ", [fact.lines, row.lines], { head: fact.text, table: row.text })];
  });
};

/** A weekday that is not that day's. */
export const weekdayWrong: LintRule = ({ plan, lines }) =>
  dateRows(plan).flatMap(({ text, lines: place }) => {
    const day = readDay(text);
    const words = comparable(text);
    const spelt = WEEKDAYS.flatMap((row, index) => row.map((word, form) => ({ index, form, word }))).find(({ word }) =>
      new RegExp(`(?<![a-z])${word}(?![a-z])`).test(words),
    );
    if (day === null || spelt === undefined) return [];
    const right = weekdayOf(day.year, day.month, day.day);
    if (right === spelt.index) return [];
    const found = new RegExp(spelt.word, "i").exec(lines[place.from - 1] ?? "")?.[0] ?? "";
    const word = WEEKDAYS[right]?.[spelt.form] ?? "";
    const wanted = /^[A-Z]/.test(found) ? `${word.slice(0, 1).toUpperCase()}${word.slice(1)}` : word;
    const facts = { day: dayIn(text) ?? "", written: found, right: wanted };
    return [noticed("weekday-wrong", [place], facts, textChanged(lines, place.from, found, wanted))];
  });
