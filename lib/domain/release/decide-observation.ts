import type { CheckId } from "../plan/ids";
import { checkOfCriterion, checksOfWindow } from "../plan/measured-by";
import { indexOf } from "../plan/plan-index";
import { accepted, refuse, refuseBy, refused } from "./refuse";
import { type CommandOf, fact, type RuleTable, type Situation, written } from "./rule";
import type { Measured } from "./state";
import { MINUTE_MS } from "./stopwatch";

/** What the watch last said of a check is kept with what a person says: beside it, and in no one's stead. */
function measuredNow({ evidence }: Situation, check: CheckId): Measured[] {
  const said = evidence?.afterwards?.find((one) => one.check === check);
  return evidence === null || said === undefined ? [] : [{ ...said, at: evidence.roundAt }];
}

function completeWindow(situation: Situation, { window, note }: CommandOf<"observation.complete">) {
  const row = situation.index.windows.get(window);
  const completedAt = situation.state.completed?.releaseAt ?? situation.releaseNow;
  const remainingMs = completedAt + (row?.toMin ?? 0) * MINUTE_MS - situation.releaseNow;
  const text = written(note);
  if (remainingMs > 0 && text === null) return refused(refuse("needs_reason", "note-needed-early", { remainingMs }));
  const checks = row === undefined ? [] : checksOfWindow(situation.plan, row);
  const measured = checks.flatMap(({ id }) => measuredNow(situation, id));
  const told = { window, note: text, early: remainingMs > 0 };
  const payload = measured.length === 0 ? told : { ...told, measured };
  return accepted(fact(situation, { type: "observation.completed", payload }));
}

type AfterCommands = "observation.complete" | "criterion.judge" | "followup.complete";

/** What follows a release: observation windows, success criteria, and what is left to do after a rollback. */
export const observationRules = {
  "observation.complete": {
    thing: ({ plan }, { window }) => {
      const row = indexOf(plan).windows.get(window);
      if (row === undefined) return refuse("unknown_id", "unknown-window", { id: window });
      return { owners: row.owners };
    },
    already: ({ state }, { window }) => {
      const done = state.windows[window];
      if (done === undefined) return null;
      return refuseBy(refuse("already", "window-already-completed", { window }), done, "observation.completed");
    },
    carryOut: completeWindow,
  },
  "criterion.judge": {
    thing: ({ plan }, { criterion }) =>
      indexOf(plan).criteria.has(criterion)
        ? { owners: [plan.manager] }
        : refuse("unknown_id", "unknown-criterion", { id: criterion }),
    already: ({ state }, { criterion, met, evidence }) => {
      const judged = state.criteria[criterion];
      if (judged === undefined || judged.met !== met || judged.evidence !== evidence.trim()) return null;
      return refuseBy(refuse("already", "criterion-already-judged", { criterion }), judged, "criterion.judged");
    },
    text: ({ evidence }) => evidence,
    carryOut: (situation, { criterion, met, evidence }) => {
      const row = situation.index.criteria.get(criterion);
      const check = row === undefined ? null : checkOfCriterion(situation.plan, row);
      const [measured] = check === null ? [] : measuredNow(situation, check.id);
      const told = { criterion, met, evidence: evidence.trim() };
      const payload = measured === undefined ? told : { ...told, measured };
      return accepted(fact(situation, { type: "criterion.judged", payload }));
    },
  },
  "followup.complete": {
    thing: ({ plan }, { followup }) =>
      indexOf(plan).followups.has(followup)
        ? { owners: [plan.manager] }
        : refuse("unknown_id", "unknown-followup", { id: followup }),
    already: ({ state }, { followup }) => {
      const done = state.followups[followup];
      if (done === undefined) return null;
      return refuseBy(refuse("already", "followup-already-completed", { followup }), done, "followup.completed");
    },
    carryOut: (situation, { followup, note }) =>
      accepted(fact(situation, { type: "followup.completed", payload: { followup, note: written(note) } })),
  },
} satisfies Pick<RuleTable, AfterCommands>;
