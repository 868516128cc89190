import type { Lines, Plan } from "@/lib/domain/plan/plan";
import type { LintSubject } from "../lint-rule";

type CommandPlace = "step" | "rollback" | "playbook";
export type CommandStep = { place: CommandPlace; name: string; commands: string; language: string; lines: Lines };
export type CommandLine = { text: string; lines: Lines };

/** Everything that a plan asks somebody to run, in these of its parts. */
export function stepsOf(plan: Plan, places: readonly CommandPlace[] = ["step", "rollback", "playbook"]): CommandStep[] {
  const steps = plan.stepGroups.flatMap((group) => group.steps.map((step) => ({ ...step, place: "step" as const })));
  const back = (plan.rollback?.steps ?? []).map((step) => ({
    ...step,
    place: "rollback" as const,
    language: plan.rollback?.block?.language ?? "",
  }));
  const playbooks = plan.playbooks.flatMap((book) =>
    book.steps.map((step) => ({ ...step, place: "playbook" as const, language: book.block?.language ?? "" })),
  );
  return [...steps, ...back, ...playbooks].filter(
    ({ place, commands }) => places.includes(place) && commands.trim() !== "",
  );
}

/** The lines of a step's commands where they stand in the document, comments and blank lines left out. */
export function commandLines({ lines }: Pick<LintSubject, "lines">, step: CommandStep): CommandLine[] {
  const wanted = new Set(step.commands.split("\n").map((text) => text.trim()));
  return lines.slice(step.lines.from - 1, step.lines.to).flatMap((text, index) => {
    const at = step.lines.from + index;
    const plain = text.trim();
    if (plain === "" || plain.startsWith("#") || !wanted.has(plain)) return [];
    return [{ text, lines: { from: at, to: at } }];
  });
}

const shells = ["bash", "sh", "shell", "zsh", "ksh", "console", "shell-session", "terminal"];

/** Whether the document says that a step is a text for a shell. */
export function isShell({ language }: CommandStep): boolean {
  return shells.includes(language.toLowerCase());
}

/** The values that `for x in a b c` gives to its variable. */
export function loopsOf(texts: readonly string[]): Map<string, string[]> {
  const loops = texts.flatMap((text) => {
    const found = /\bfor\s+(\w+)\s+in\s+([^;]+?)\s*(?:;|$)/.exec(text);
    const [, name, values] = found ?? [];
    return name === undefined || values === undefined ? [] : [[name, values.split(/\s+/)] as const];
  });
  return new Map(loops);
}

/** What a word stands for: each value of its loop's variable, or itself. */
export function valuesOf(word: string, loops: ReadonlyMap<string, string[]>): string[] {
  const variable = /\$\{?(\w+)\}?/.exec(word);
  if (variable === null) return [word];
  return (loops.get(variable[1] ?? "") ?? []).map((value) => word.replace(variable[0], value));
}
