import type { EventType } from "./events";
import type { ReleaseState } from "./state";
import {
  allows,
  GATE_TRANSITIONS,
  ITEM_TRANSITIONS,
  RELEASE_TRANSITIONS,
  ROLLBACK_TRANSITIONS,
  STAGE_TRANSITIONS,
  STEP_TRANSITIONS,
  type Transition,
} from "./transitions";

type Change = { before: ReleaseState; after: ReleaseState; by: EventType };

function turned<Status extends string>(
  machine: readonly Transition<Status>[],
  by: EventType,
  { id, from, to }: { id: string; from: Status | undefined; to: Status },
): string[] {
  if (from === undefined || from === to || allows(machine, { from, by, to })) return [];
  return [`${by} turned ${id} from ${from} into ${to}`];
}

function stageTurns({ before, after, by }: Change): string[] {
  return Object.entries(after.stages).flatMap(([id, stage]) => {
    const known = before.stages[`stage:${id.slice("stage:".length)}`];
    if (known === stage) return [];
    const steps = Object.entries(stage.steps).flatMap(([step, own]) =>
      turned(STEP_TRANSITIONS, by, {
        id: step,
        from: known?.steps[`step:${step.slice("step:".length)}`]?.status,
        to: own.status,
      }),
    );
    return [...turned(STAGE_TRANSITIONS, by, { id, from: known?.status, to: stage.status }), ...steps];
  });
}

function gateTurns({ before, after, by }: Change): string[] {
  return Object.entries(after.gates).flatMap(([id, gate]) => {
    const known = before.gates[`gate:${id.slice("gate:".length)}`];
    return known === gate ? [] : turned(GATE_TRANSITIONS, by, { id, from: known?.status, to: gate.status });
  });
}

function itemTurns({ before, after, by }: Change): string[] {
  return Object.entries(after.items).flatMap(([id, item]) => {
    const known = before.items[`item:${id.slice("item:".length)}`];
    return known === item ? [] : turned(ITEM_TRANSITIONS, by, { id, from: known?.status, to: item.status });
  });
}

/** Every change of a state that no table of transitions knows, one sentence each. */
export function unknownTransitions(change: Change): string[] {
  const { before, after, by } = change;
  return [
    ...turned(RELEASE_TRANSITIONS, by, { id: "the release", from: before.status, to: after.status }),
    ...turned(ROLLBACK_TRANSITIONS, by, { id: "rollback", from: before.rollback.status, to: after.rollback.status }),
    ...stageTurns(change),
    ...gateTurns(change),
    ...itemTurns(change),
  ];
}
