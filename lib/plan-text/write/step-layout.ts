import type { CodeBlock, Step, StepGroup } from "@/lib/domain/plan/plan";
import { type CommandStep, splitCommands } from "../split-commands";

/** How a group stands in a document: pieces of work in a list, code under its words, code that ends a list's last piece. */
export type Layout =
  | { kind: "item"; step: Step }
  | { kind: "joined"; step: Step; block: CodeBlock }
  | { kind: "code"; block: CodeBlock; words: string | null };

function areThese(pieces: readonly CommandStep[], steps: readonly Step[]): boolean {
  return pieces.every(({ name, commands }, index) => {
    const step = steps[index];
    return step !== undefined && commands === step.commands && (name === null || name === step.name);
  });
}

/** The words that name the pieces of a block that have no comment of their own; null where the group's name does. */
function wordsFor(pieces: readonly CommandStep[], steps: readonly Step[], group: StepGroup): string | null {
  const name = steps.find((_, index) => pieces[index]?.name === null)?.name;
  return name === undefined || name === group.name ? null : name;
}

/** The group's steps and blocks in one order; null where a block is no longer what its steps say. */
export function layoutOf(group: StepGroup): Layout[] | null {
  const layout: Layout[] = [];
  let blocks = group.blocks;
  let steps = group.steps;
  while (blocks.length > 0 || steps.length > 0) {
    const [block] = blocks;
    const [step] = steps;
    const pieces = block === undefined ? [] : splitCommands(block).steps;
    if (block !== undefined && areThese(pieces, steps)) {
      layout.push({ kind: "code", block, words: wordsFor(pieces, steps, group) });
      steps = steps.slice(pieces.length);
      blocks = blocks.slice(1);
    } else if (step === undefined) {
      return null;
    } else if (block !== undefined && step.commands === block.text) {
      layout.push({ kind: "joined", step, block });
      steps = steps.slice(1);
      blocks = blocks.slice(1);
    } else {
      layout.push({ kind: "item", step });
      steps = steps.slice(1);
    }
  }
  return layout;
}
