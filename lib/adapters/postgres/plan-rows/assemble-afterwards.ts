import { readBlock, readLines, readText, rolesIn } from "./lines";
import { readMeasure } from "./measures";
import type { PlanRows } from "./read-rows";

function safety({ checks, triggers, rollback, rollbackers, followups }: PlanRows) {
  return {
    checks: checks.map(({ id, name, text, measure, required, ...row }) => ({
      ...{ id, name, text, ...readMeasure(measure), required, lines: readLines(row) },
    })),
    triggers: triggers.map(({ id, level, text, check, ...row }) => ({ id, level, text, check, lines: readLines(row) })),
    rollback: rollback && {
      targetMin: rollback.targetMin,
      block: readBlock(rollback.codeBlock),
      steps: rollback.steps.map(({ id, name, commands, owners, ...row }) => ({
        ...{ id, name, commands, owners: rolesIn(owners), lines: readLines(row) },
      })),
      lines: readLines(rollback),
    },
    rollbackers: rolesIn(rollbackers),
    followups: followups.map(({ id, name, dueMin, dueText, tasks, ...row }) => ({
      ...{ id, name, dueMin, dueText, tasks: tasks.map(readText), lines: readLines(row) },
    })),
  };
}

function playbooks(rows: PlanRows) {
  return rows.playbooks.map(({ id, name, symptom, matchers, recoveryMin, codeBlock, steps, ...row }) => ({
    ...(matchers === null ? {} : { matchers }),
    ...{ id, name, symptom, recoveryMin, block: readBlock(codeBlock), lines: readLines(row) },
    steps: steps.map(({ id: step, name: does, commands, ...at }) => ({
      ...{ id: step, name: does, commands, lines: readLines(at) },
    })),
  }));
}

function review({ review: row }: PlanRows) {
  if (row === null) return null;
  const { whenText, whoText, output, agenda } = row;
  return {
    ...{ whenText, whoText, output, lines: readLines(row) },
    agenda: agenda.map(({ name, minutes, topics, ...at }) => ({
      ...{ name, minutes, topics: topics.map(readText), lines: readLines(at) },
    })),
  };
}

/** What is needed when things go wrong, and what comes after the release. */
export function assembleAfterwards(rows: PlanRows) {
  return {
    ...safety(rows),
    playbooks: playbooks(rows),
    windows: rows.observationWindows.map(({ id, text, fromMin, toMin, focus, owners, ownersText, ...row }) => ({
      ...{ id, text, fromMin, toMin, focus, owners: rolesIn(owners), ownersText, lines: readLines(row) },
    })),
    criteria: rows.criteria.map(({ id, group, text, ticked, ...row }) => ({
      ...{ id, group, text, ticked, lines: readLines(row) },
    })),
    review: review(rows),
  };
}
