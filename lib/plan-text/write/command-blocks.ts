import type { CodeBlock, Plan, Playbook, RollbackProcedure, StepGroup } from "@/lib/domain/plan/plan";
import { type CommandStep, splitCommands, splitProcedure } from "../split-commands";
import { layoutOf } from "./step-layout";

type Work = { name: string; commands: string };

/** Whether the pieces of a block are these steps. A piece without a comment of its own is named by what it stands in. */
function areThese(pieces: readonly CommandStep[], steps: readonly Work[]): boolean {
  return (
    pieces.length === steps.length &&
    pieces.every(({ name, commands }, index) => {
      const step = steps[index];
      return step !== undefined && commands === step.commands && (name === null || name === step.name);
    })
  );
}

/** Whether the pieces stand in a row among the steps. */
function areAmong(pieces: readonly CommandStep[], steps: readonly Work[]): boolean {
  return steps.some((_, at) => areThese(pieces, steps.slice(at, at + pieces.length))) || pieces.length === 0;
}

/** One block with every step under a numbered comment; null where a step has no commands and needs a list. */
function blockOf(steps: readonly Work[], old: CodeBlock, notes: readonly string[] = []): CodeBlock | null {
  if (steps.length === 0 || steps.some(({ commands }) => commands.trim() === "")) return null;
  const pieces = steps.map(({ name, commands }, index) => `# ${index + 1}. ${name}\n${commands}`);
  const text = [...pieces, ...notes.map((note) => `# ${note}`)].join("\n\n");
  return { ...old, text };
}

function consistentGroup(group: StepGroup): StepGroup {
  const [first] = group.blocks;
  if (first === undefined || layoutOf({ ...group, split: (block) => splitCommands(block).steps }) !== null)
    return group;
  const notes = group.notes.map(({ text }) => text);
  const block = blockOf(group.steps, first, notes);
  return { ...group, blocks: block === null ? [] : [block] };
}

function consistentProcedure<Part extends RollbackProcedure | Playbook>(part: Part): Part {
  const { block, steps } = part;
  if (block === null || areAmong(splitProcedure(block), steps)) return part;
  // Commands right behind a list's last piece of work are that piece's, whole.
  if (steps.some(({ commands }) => commands === block.text)) return part;
  return { ...part, block: blockOf(steps, block) };
}

/**
 * The plan with its steps as they are and its code blocks as they then must be: whoever changed a step's commands has not
 * changed the block that they once came from.
 */
export function withBlocksOfSteps(plan: Plan): Plan {
  return {
    ...plan,
    stepGroups: plan.stepGroups.map(consistentGroup),
    rollback: plan.rollback === null ? null : consistentProcedure(plan.rollback),
    playbooks: plan.playbooks.map(consistentProcedure),
  };
}
