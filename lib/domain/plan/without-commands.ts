import type { Plan } from "./plan";

type Worded = { commands: string };
const silent = <Step extends Worded>(step: Step): Step => ({ ...step, commands: "" });

/** The plan without its commands and diagrams: a screen that only shows has no use for them, and no right to them. */
export function withoutCommands(plan: Plan): Plan {
  return {
    ...plan,
    canary: plan.canary.map((stage) => ({ ...stage, diagram: null })),
    blueGreen: plan.blueGreen === null ? null : { ...plan.blueGreen, before: null, switch: null, rollback: null },
    stepGroups: plan.stepGroups.map((group) => ({ ...group, blocks: [], notes: [], steps: group.steps.map(silent) })),
    rollback: plan.rollback === null ? null : { ...plan.rollback, block: null, steps: plan.rollback.steps.map(silent) },
    playbooks: plan.playbooks.map((playbook) => ({ ...playbook, block: null, steps: playbook.steps.map(silent) })),
  };
}
