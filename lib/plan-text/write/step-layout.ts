import type { RootContent } from "mdast";
import type { CodeBlock } from "@/lib/domain/plan/plan";
import type { CommandStep } from "../split-commands";
import { code, type Item, list, paragraph } from "./nodes";

type Work = { name: string; commands: string; language?: string };

/** What stands under one heading: its name, its code blocks and its steps, and how such a block is taken apart. */
export type WorkPlace<Step extends Work> = {
  name: string;
  blocks: readonly CodeBlock[];
  steps: readonly Step[];
  split: (block: CodeBlock) => CommandStep[];
};

/** A piece of work in a list, code under its words, or code that ends a list's last piece. */
type Layout<Step> =
  | { kind: "item"; step: Step }
  | { kind: "joined"; step: Step; block: CodeBlock }
  | { kind: "code"; block: CodeBlock; words: string | null };

function areThese(pieces: readonly CommandStep[], steps: readonly Work[]): boolean {
  return pieces.every(({ name, commands }, index) => {
    const step = steps[index];
    return step !== undefined && commands === step.commands && (name === null || name === step.name);
  });
}

/** The words that name the pieces of a block that have no comment of their own; null where the heading's do. */
function wordsFor(pieces: readonly CommandStep[], steps: readonly Work[], heading: string): string | null {
  const name = steps.find((_, index) => pieces[index]?.name === null)?.name;
  return name === undefined || name === heading ? null : name;
}

/** Steps and blocks in one order; null where a block is no longer what the steps say. */
export function layoutOf<Step extends Work>(place: WorkPlace<Step>): Layout<Step>[] | null {
  const layout: Layout<Step>[] = [];
  let { blocks, steps } = place;
  while (blocks.length > 0 || steps.length > 0) {
    const [block] = blocks;
    const [step] = steps;
    const pieces = block === undefined ? [] : place.split(block);
    if (block !== undefined && areThese(pieces, steps)) {
      layout.push({ kind: "code", block, words: wordsFor(pieces, steps, place.name) });
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

function itemOf({ name, commands, language = "bash" }: Work): Item {
  return { text: name, commands: commands === "" ? null : code(language, commands) };
}

/** The work under a heading as it stands in a document. */
export function writeWork<Step extends Work>(place: WorkPlace<Step>): RootContent[] {
  const layout = layoutOf(place) ?? place.steps.map((step): Layout<Step> => ({ kind: "item", step }));
  const nodes: RootContent[] = [];
  const listed = (item: Item) => {
    const last = nodes.at(-1);
    const { children, spread } = list([item], { ordered: true });
    if (last?.type !== "list") return nodes.push(list([item], { ordered: true }));
    last.spread = last.spread === true || spread === true;
    return last.children.push(...children);
  };
  for (const part of layout) {
    if (part.kind === "item") listed(itemOf(part.step));
    else if (part.kind === "joined") {
      listed({ text: part.step.name });
      nodes.push(code(part.block.language, part.block.text));
    } else {
      // Code right behind a list would be taken for its last piece of work: words in between say that it is not.
      const words = part.words ?? (nodes.at(-1)?.type === "list" ? place.name : null);
      nodes.push(...(words === null ? [] : [paragraph(words)]), code(part.block.language, part.block.text));
    }
  }
  return nodes;
}
