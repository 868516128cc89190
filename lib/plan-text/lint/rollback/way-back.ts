import { findMeaning } from "../../match-word";
import { commandLines, stepsOf } from "../commands/command-lines";
import { type LintRule, noticed } from "../lint-rule";
import { DATABASE_WORDS, MIGRATION_SHAPES } from "../words/databases";

/** Stages that change what users get, in a plan that never says how to undo it. */
export const stageWithoutWayBack: LintRule = ({ plan }) => {
  const back = (plan.rollback?.steps.length ?? 0) > 0 || (plan.blueGreen?.rollback ?? null) !== null;
  const changing = plan.stages.filter(({ kind }) => kind === "shift" || kind === "deploy");
  const [first, ...others] = changing.map(({ lines }) => lines);
  if (back || first === undefined) return [];
  const stages = changing.map(({ name }) => name).join(" · ");
  return [noticed("stage-without-way-back", [first, ...others], { count: changing.length, stages })];
};

/** A change of the database going out that the rollback does not take back. */
export const migrationWithoutWayBack: LintRule = (subject) => {
  const { rollback } = subject.plan;
  if (rollback === null || rollback.steps.length === 0) return [];
  const undone = rollback.steps.some(
    ({ name, commands }) =>
      findMeaning(name, DATABASE_WORDS) !== null ||
      findMeaning(commands, DATABASE_WORDS) !== null ||
      MIGRATION_SHAPES.some((shape) => shape.test(commands)),
  );
  if (undone) return [];
  return stepsOf(subject.plan, ["step"]).flatMap((step) => {
    const line = commandLines(subject, step).find(({ text }) => MIGRATION_SHAPES.some((shape) => shape.test(text)));
    if (line === undefined) return [];
    return [noticed("migration-without-way-back", [line.lines, rollback.lines], { step: step.name })];
  });
};
