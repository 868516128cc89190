import type { Lines, Plan } from "@/lib/domain/plan/plan";
import { readCriterion } from "../../criterion-text";
import { comparable } from "../../match-word";
import { type LintRule, noticed } from "../lint-rule";
import { TRAFFIC_UNITS } from "../words/traffic";
import { plannedSoak } from "./planned-shares";

const ratios = [1.5, 2, 4, 10, Number.POSITIVE_INFINITY];
const enough = 20;

/** Requests without a single error that it takes to say that a rate is below this limit (the judge's evidence of 20 : 1). */
export function requestsToPass(limit: number): number {
  const evidence = (requests: number) =>
    ratios.reduce((sum, ratio) => sum + ((1 - limit / ratio) / (1 - limit)) ** requests, 0) / ratios.length;
  let [low, high] = [0, 1];
  while (evidence(high) < enough) [low, high] = [high, high * 2];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (evidence(middle) < enough) low = middle;
    else high = middle;
  }
  return high;
}

const stated = new RegExp(`(\\d[\\d,]*(?:\\.\\d+)?)\\s*(k|万)?\\s*(?:${TRAFFIC_UNITS.join("|")})`, "i");

/** The traffic that the plan says there is, in requests a second. Goals and load tests say what could be, not what is. */
function trafficOf(plan: Plan, lines: readonly string[]): { perSecond: number; lines: Lines } | null {
  const rows = [...plan.info.rows, ...plan.document];
  const told = plan.canary.flatMap(({ lines: { from, to } }) =>
    lines.slice(from - 1, to).map((text, index) => ({ text, lines: { from: from + index, to: from + index } })),
  );
  for (const { text, lines: place } of [...rows, ...told]) {
    const words = comparable(text);
    const found = /[<>≤≥]/.test(words) ? null : stated.exec(words);
    if (found === null) continue;
    const scale = found[2] === "k" ? 1_000 : found[2] === "万" ? 10_000 : 1;
    return { perSecond: Number((found[1] ?? "0").replaceAll(",", "")) * scale, lines: place };
  }
  return null;
}

/** The share of bad requests that a condition allows, for conditions on a small rate. */
function rateLimit(text: string): number | null {
  const { comparator, value, to, unit } = readCriterion(text);
  if (value === null || to !== null || unit !== "%" || comparator === null) return null;
  const bad = comparator.startsWith("<") ? value : comparator.startsWith(">") ? 100 - value : null;
  return bad !== null && bad > 0 && bad <= 5 ? bad / 100 : null;
}

type Need = { metric: string; share: number; minutes: number; requests: number; perSecond: number; places: Lines[] };

function needsOf(plan: Plan): Need[] {
  return plan.canary.flatMap(({ share, soakMin, watch, lines }) => {
    const soak = plannedSoak(plan, share);
    const minutes = soak?.minutes ?? soakMin ?? 0;
    if (share <= 0 || share >= 100 || minutes <= 0) return [];
    return watch.flatMap(({ text, lines: place }) => {
      const limit = rateLimit(text);
      if (limit === null) return [];
      const requests = requestsToPass(limit);
      const perSecond = requests / (minutes * 60) / (share / 100);
      return [{ metric: text, share, minutes, requests, perSecond, places: [place, ...(soak?.lines ?? [lines])] }];
    });
  });
}

/** A rate that too few requests would reach in the planned time at the planned share for anybody to judge it. */
export const shareJudgeable: LintRule = ({ plan, lines }) => {
  const needs = needsOf(plan).sort((a, b) => b.perSecond - a.perSecond);
  const traffic = trafficOf(plan, lines);
  const short = traffic === null ? needs.slice(0, 1) : needs.filter(({ perSecond }) => perSecond > traffic.perSecond);
  return short.flatMap(({ metric, share, minutes, requests, perSecond, places: [first, ...others] }) => {
    if (first === undefined) return [];
    const facts = { metric, share, minutes, requests, wanted: Math.ceil(perSecond) };
    if (traffic === null) return [noticed("traffic-not-stated", [first, ...others], facts)];
    const there = Math.round((traffic.perSecond * share * minutes * 60) / 100);
    const told = { ...facts, there, traffic: traffic.perSecond };
    return [noticed("share-not-judgeable", [first, ...others, traffic.lines], told)];
  });
};
