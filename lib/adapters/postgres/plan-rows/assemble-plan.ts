import { assembleAfterwards } from "./assemble-afterwards";
import { readBlock, readLines, readText, rolesIn } from "./lines";
import type { PlanRows } from "./read-rows";

function info(rows: PlanRows) {
  const { windowStart: start, windowEnd: end, rollbackPossible: possible, downtimeText } = rows;
  return {
    version: rows.infoVersion,
    window: start === null || end === null ? null : { start, end },
    windowMin: rows.windowMin,
    type: rows.releaseType,
    scope: rows.scope,
    rollbackable: possible === null ? null : { possible, withinMin: rows.rollbackWithinMin },
    downtime: downtimeText === null ? null : { text: downtimeText, minutes: rows.downtimeMinutes },
    rows: labelled(rows, "info"),
    lines: { from: rows.infoLineFrom, to: rows.infoLineTo },
  };
}

function labelled({ rows }: PlanRows, part: "document" | "info") {
  return rows
    .filter((row) => row.part === part)
    .map(({ label, text, ...row }) => ({ label, text, lines: readLines(row) }));
}

function strategy({ goalGroups, canaryStages, blueGreen }: PlanRows) {
  return {
    goals: goalGroups.map(({ name, goals, ...row }) => ({ name, goals: goals.map(readText), lines: readLines(row) })),
    canary: canaryStages.map(({ order, name, share, soakMin, newVersion, oldVersion, ...row }) => ({
      ...{ order, name, share, soakMin, newVersion, oldVersion },
      pods: { new: row.podsNew, old: row.podsOld },
      watch: row.notes.filter(({ kind }) => kind === "watch").map(readText),
      decisions: row.notes.filter(({ kind }) => kind === "decision").map(readText),
      diagram: readBlock(row.diagramBlock),
      lines: readLines(row),
    })),
    blueGreen: blueGreen && {
      before: readBlock(blueGreen.beforeBlock),
      switch: readBlock(blueGreen.switchBlock),
      rollback: readBlock(blueGreen.rollbackBlock),
      rollbackWithinMin: blueGreen.rollbackWithinMin,
      lines: readLines(blueGreen),
    },
  };
}

function work({ sections, stages, stepGroups }: PlanRows) {
  return {
    sections: sections.map(({ id, number, name, ownersProposed, owners, items, ...row }) => ({
      ...{ id, number, name, ownersProposed, owners: rolesIn(owners) },
      items: items.map(({ id: item, text, required, owners: own, ...at }) => ({
        ...{ id: item, text, ...(own.length === 0 ? {} : { owners: rolesIn(own) }), required, lines: readLines(at) },
      })),
      lines: readLines(row),
    })),
    stages: stages.map(
      ({ id, order, label, name, kind, startMin, startText, durationMin, share, parallel, ...row }) => ({
        ...{ id, order, label, name, kind, startMin, startText, durationMin, share, parallel },
        owners: rolesIn(row.owners),
        stepGroups: row.stepGroups.map(({ stepGroup }) => stepGroup),
        lines: readLines(row),
      }),
    ),
    stepGroups: stepGroups.map(({ number, name, blocks, steps, notes, ...row }) => ({
      ...{ number, name, blocks: blocks.map(readBlock), notes: notes.map(readText) },
      steps: steps.map(({ id, name: step, commands, language, ...at }) => ({
        ...{ id, name: step, commands, language, lines: readLines(at) },
      })),
      lines: readLines(row),
    })),
  };
}

function gates(rows: PlanRows) {
  return rows.gates.map(({ id, order, beforeStage, share, afterStage, fourEyes, lapseMin, ...row }) => ({
    ...(row.drillWithinHours === null ? {} : { drillWithinHours: row.drillWithinHours }),
    ...{ id, order, fourEyes, lapseMin, after: afterStage, voters: rolesIn(row.voters) },
    before: beforeStage === null ? { kind: "completion" } : { kind: "stage", stage: beforeStage, share },
    timeout: { afterMin: row.timeoutAfterMin, outcome: row.timeoutOutcome },
    checks: row.checks.map(({ check }) => check),
  }));
}

function people({ roles, planContacts, channels, approvalsWanted }: PlanRows) {
  return {
    roles: roles.filter(({ listed }) => listed).map(({ id, name, spellings }) => ({ id, name, spellings })),
    manager: roles.find(({ manages }) => manages)?.id,
    contacts: planContacts.map(({ role, person, phone, email, ...row }) => ({
      ...{ role, person, phone, email, lines: readLines(row) },
    })),
    channels: channels.map(({ kind, name, address, ...row }) => ({ kind, name, address, lines: readLines(row) })),
    approvals: approvalsWanted.map(({ role, ...row }) => ({ role, lines: readLines(row) })),
  };
}

function readTarget(target: string) {
  if (target.startsWith("step:")) return { kind: "step", step: target };
  return target.startsWith("rollback-step:") ? { kind: "rollback_step", step: target } : { kind: target };
}

/** A version from before there were runners says nothing of them, and its hash is that of what it says. */
function bindings({ content, ...rows }: PlanRows) {
  const isSaid = typeof content === "object" && content !== null && Object.hasOwn(content, "bindings");
  const bound = rows.bindings.map(({ target, action, labels, ...row }) => ({
    target: readTarget(target),
    work: action === null ? { kind: "script" } : { kind: "action", name: action, arguments: row.arguments },
    labels,
    lines: readLines(row),
  }));
  return isSaid ? { bindings: bound } : {};
}

/** The plan that the rows of a version spell out; the same as its `content`, unless somebody has tampered with either. */
export function assemblePlan(rows: PlanRows): unknown {
  const { title, subtitle, language, timeZone } = rows;
  return {
    ...{ title, subtitle, language, timeZone },
    document: labelled(rows, "document"),
    info: info(rows),
    ...strategy(rows),
    ...work(rows),
    gates: gates(rows),
    ...assembleAfterwards(rows),
    ...people(rows),
    ...bindings(rows),
  };
}
