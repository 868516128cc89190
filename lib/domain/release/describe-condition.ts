import type { Plan } from "../plan/plan";
import type { Condition } from "./condition";
import { actorName, clockText, gateWord, nameOf, roleName, timeText } from "./describe";
import type { Phrase } from "./phrase";

/** Drilled by a runner, or only by a person's word; never, too long ago, or in vain. */
function drillVariant({ met, facts }: Condition): string {
  if (met === "met") return facts["by"] === "word" ? "word" : "met";
  return met === "unmet" && facts["standing"] !== "none" ? String(facts["standing"]) : met;
}

/** What a drill took and when it was. */
function drillValues(plan: Plan, { kind, facts }: Condition): Record<string, string> {
  if (kind !== "drill") return {};
  const { at, took } = facts;
  return {
    time: typeof at === "number" ? timeText(plan, at) : "",
    took: typeof took === "number" && took >= 0 ? clockText(took) : "–",
  };
}

const CHECK_VARIANTS: Record<string, string> = { passed: "apart", stale: "stale" };
/** A soak whose clock stands still, a standing NO-GO, and a check that is old or passed apart from the others have sentences of their own. */
function conditionVariant(condition: Condition): string {
  if (condition.kind === "drill") return drillVariant(condition);
  if (condition.met !== "unmet") return condition.met;
  if (condition.kind === "traffic") return String(condition.facts["standing"]);
  if (condition.kind === "band" && condition.facts["band"] !== "out") return "unknown";
  if (condition.kind === "soak" && condition.remainingMs === null) return "waiting";
  if (condition.kind === "votes" && condition.facts["vote"] === "no_go") return "no_go";
  return condition.kind === "check" ? (CHECK_VARIANTS[String(condition.facts["verdict"])] ?? "unmet") : "unmet";
}

/** A condition of a gate or a start as a sentence: `condition.<kind>.<met>`; `{who}` can meet it, `{left}` is still to wait. */
export function describeCondition(plan: Plan, condition: Condition): Phrase {
  return {
    key: `condition.${condition.kind}.${conditionVariant(condition)}`,
    words: gateWord(plan, "subject", condition.subject),
    values: {
      ...condition.facts,
      ...drillValues(plan, condition),
      subject: nameOf(plan, condition.subject),
      who:
        condition.by === null
          ? condition.owners.map((role) => roleName(plan, role)).join(" · ")
          : actorName(condition.by),
      left: condition.remainingMs === null ? "" : clockText(condition.remainingMs),
    },
  };
}
