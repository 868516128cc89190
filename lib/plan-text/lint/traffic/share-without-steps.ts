import type { Lines, Plan } from "@/lib/domain/plan/plan";
import { kindOfWork, shareOfWork } from "../../stage-meaning";
import { type LintRule, noticed } from "../lint-rule";
import { shifts } from "./planned-shares";

/** The shares that some group of steps sets; null when a group sets whatever share is wanted. */
function sharesWithSteps(plan: Plan): Set<number> | null {
  const moving = plan.stepGroups.filter(({ name }) => kindOfWork("", name) === "shift");
  const named = moving.map(({ name }) => shareOfWork("", name));
  if (named.includes(null)) return null;
  const bound = shifts(plan).filter(({ stepGroups }) => stepGroups.length > 0);
  return new Set([...named.flatMap((share) => share ?? []), ...bound.map(({ share }) => share)]);
}

/** A share of traffic that is to be set and that no steps say how. */
export const shareWithoutSteps: LintRule = ({ plan }) => {
  if (plan.stepGroups.length === 0) return [];
  const explained = sharesWithSteps(plan);
  if (explained === null) return [];
  const places = new Map<number, Lines[]>();
  for (const { share, lines } of [...shifts(plan), ...plan.canary]) {
    if (share > 0 && !explained.has(share)) places.set(share, [...(places.get(share) ?? []), lines]);
  }
  const model = plan.stepGroups.find(({ name }) => kindOfWork("", name) === "shift");
  const [first, ...others] = [...places.values()].flat();
  if (first === undefined) return [];
  if (model === undefined) {
    const shares = [...places.keys()].map((share) => `${share} %`).join(" · ");
    return [noticed("share-without-steps", [first, ...others], { shares })];
  }
  return [...places].flatMap(([share, [place, ...more]]) => {
    if (place === undefined) return [];
    const facts = { share, model: model.name, modelLine: model.lines.from };
    return [noticed("share-without-steps-like", [place, ...more], facts)];
  });
};
