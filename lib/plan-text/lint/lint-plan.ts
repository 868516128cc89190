import type { Finding } from "@/lib/domain/plan/finding";
import type { Plan } from "@/lib/domain/plan/plan";
import { backupNameUnknown, restoreOntoReplica } from "./commands/restore";
import { configInCommands, needsDesk, neverEnds } from "./commands/runnable";
import { secretInCommand } from "./commands/secret-in-command";
import { unclosedQuote } from "./commands/unclosed-quote";
import { versionTag } from "./commands/version-tag";
import { criteriaTicked } from "./criteria/criteria-ticked";
import { criterionUnmeasured } from "./criteria/criterion-unmeasured";
import { errorsWithoutZero } from "./criteria/errors-without-zero";
import { targetsDiffer } from "./criteria/targets-differ";
import { thresholdGap } from "./criteria/threshold-gap";
import { triggerInsideCriterion } from "./criteria/trigger-inside-criterion";
import { withoutFigure } from "./criteria/without-figure";
import type { LintRule } from "./lint-rule";
import { gateVoters } from "./people/gate-voters";
import { ownerDoubleBooked } from "./people/owner-double-booked";
import { roleSpelling } from "./people/role-spelling";
import { roleWithoutPerson, rosterMissing } from "./people/roster";
import { databasesCovered } from "./rollback/databases-covered";
import { rollbackTargetsDiffer } from "./rollback/rollback-targets";
import { triggerQueries } from "./rollback/trigger-queries";
import { migrationWithoutWayBack, stageWithoutWayBack } from "./rollback/way-back";
import { observationGap, observationTooShort } from "./times/observation-times";
import { releaseBeforeUpdate, releaseDatesDiffer, weekdayWrong } from "./times/release-day";
import { stagesOverlap } from "./times/stages-overlap";
import { clockChangeInWindow, clockHoles, windowOverMidnight } from "./times/window-clock";
import { windowLength } from "./times/window-length";
import { windowSlack } from "./times/window-slack";
import { gateChecks } from "./traffic/gate-checks";
import { shareJudgeable } from "./traffic/judgeable";
import { shareWithoutSteps } from "./traffic/share-without-steps";
import { shareFalls, shareNotInStrategy, shareNotInTimeline } from "./traffic/shares-agree";
import { fullWatchPastWindow, soakDiffers, strategyPastWindow } from "./traffic/soak";

const TIMES = [
  stagesOverlap,
  windowSlack,
  windowLength,
  releaseBeforeUpdate,
  releaseDatesDiffer,
  weekdayWrong,
  windowOverMidnight,
  clockHoles,
  clockChangeInWindow,
  observationTooShort,
  observationGap,
];
const TRAFFIC = [
  shareNotInTimeline,
  shareNotInStrategy,
  shareFalls,
  shareWithoutSteps,
  soakDiffers,
  strategyPastWindow,
  fullWatchPastWindow,
  shareJudgeable,
  gateChecks,
];
const ROLLBACK = [
  rollbackTargetsDiffer,
  databasesCovered,
  stageWithoutWayBack,
  migrationWithoutWayBack,
  triggerQueries,
];
const CRITERIA = [
  criteriaTicked,
  targetsDiffer,
  thresholdGap,
  triggerInsideCriterion,
  withoutFigure,
  criterionUnmeasured,
  errorsWithoutZero,
];
const PEOPLE = [roleWithoutPerson, rosterMissing, roleSpelling, gateVoters, ownerDoubleBooked];
const COMMANDS = [
  unclosedQuote,
  needsDesk,
  neverEnds,
  configInCommands,
  secretInCommand,
  restoreOntoReplica,
  backupNameUnknown,
  versionTag,
];
const RULES: readonly LintRule[] = [...TIMES, ...TRAFFIC, ...ROLLBACK, ...CRITERIA, ...PEOPLE, ...COMMANDS];

/** What contradicts itself, is missing or cannot work in a plan that was understood. */
export function lintPlan(plan: Plan, source: string): Finding[] {
  const lines = source.split("\n");
  return RULES.flatMap((rule) => rule({ plan, lines }));
}
