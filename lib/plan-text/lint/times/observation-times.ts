import { readCriterion } from "../../criterion-text";
import { type LintRule, noticed } from "../lint-rule";
import { plannedSoak } from "../traffic/planned-shares";

/** A metric that is taken over a longer time than it is watched for. */
export const observationTooShort: LintRule = ({ plan }) => {
  const watched = plan.canary.flatMap((stage) => {
    const soak =
      plannedSoak(plan, stage.share) ?? (stage.soakMin === null ? null : { minutes: stage.soakMin, lines: [] });
    return soak === null ? [] : stage.watch.map((text) => ({ ...text, ...soak, lines: [text.lines, ...soak.lines] }));
  });
  const last = [...plan.windows].sort((a, b) => b.toMin - a.toMin)[0];
  const judged =
    last === undefined
      ? []
      : plan.criteria.map(({ text, lines }) => ({ text, minutes: last.toMin, lines: [lines, last.lines] }));
  return [...watched, ...judged].flatMap(({ text, minutes, lines: [place, ...others] }) => {
    const needed = readCriterion(text).forMin;
    if (place === undefined || needed === null || needed <= minutes) return [];
    return [noticed("observation-too-short", [place, ...others], { metric: text, needed, minutes })];
  });
};

/** Time after the release in which nobody is asked to look. */
export const observationGap: LintRule = ({ plan }) => {
  const windows = [...plan.windows].sort((a, b) => a.fromMin - b.fromMin);
  return windows.slice(1).flatMap((window, index) => {
    const before = windows.slice(0, index + 1).sort((a, b) => b.toMin - a.toMin)[0];
    if (before === undefined || before.toMin >= window.fromMin) return [];
    const facts = { before: before.text, next: window.text, minutes: window.fromMin - before.toMin };
    return [noticed("observation-gap", [window.lines, before.lines], facts)];
  });
};
