import type { Plan } from "@/lib/domain/plan/plan";
import type { ExpectedCode, ExpectedPlan } from "./expected-plan";
import type { Part } from "./part";
import { holdsText, nearestText } from "./same-text";

/** Comments explain commands; where they end up is the importer's choice. */
const isComment = (line: string) => /^\s*(?:#|--|\/\/)/u.test(line);

function commandsOf(plan: Plan, where: ExpectedCode["where"]): string[] {
  switch (where) {
    case "steps":
      return plan.stepGroups.flatMap(({ steps }) => steps.map(({ commands }) => commands));
    case "rollback":
      return [plan.rollback?.block?.text ?? "", ...(plan.rollback?.steps ?? []).map(({ commands }) => commands)];
    case "playbooks":
      return plan.playbooks.flatMap(({ block, steps }) => [
        block?.text ?? "",
        ...steps.map(({ commands }) => commands),
      ]);
  }
}

/** The lines of a fence as they are meant: without the indentation of the list that it stands in. */
function fenceLines(source: string, { from, to }: ExpectedCode["lines"]): string[] {
  const lines = source.split("\n");
  const fence = lines[from - 2] ?? "";
  // Without a fence the first line's own indentation makes it code.
  const indent = /^\s*/u.exec(fence.trim() === "" ? (lines[from - 1] ?? "") : fence)?.[0].length ?? 0;
  return lines.slice(from - 1, to).map((line) => line.slice(Math.min(indent, line.search(/\S|$/u))));
}

function scoreFence(plan: Plan, source: string, { where, lines }: ExpectedCode): Part {
  const known = new Set(commandsOf(plan, where).flatMap((commands) => commands.split("\n")));
  const wanted = fenceLines(source, lines).filter((line) => line.trim() !== "" && !isComment(line));
  const missing = wanted.filter((line) => !known.has(line));
  return {
    part: `code of lines ${lines.from}-${lines.to} in ${where}`,
    expected: missing[0] ?? `${wanted.length} lines`,
    found: wanted.length > 0 && missing.length === 0,
    got: `${wanted.length - missing.length} of ${wanted.length} lines`,
  };
}

function scoreStep(plan: Plan, { name, command }: { name: string; command: string }): Part {
  const steps = plan.stepGroups.flatMap((group) =>
    group.steps.map((step) => ({ title: `${group.name} ${step.name}`, commands: step.commands })),
  );
  const fitting = steps.find((step) => holdsText(step.title, name) && step.commands.includes(command));
  const holder = steps.find((step) => step.commands.includes(command));
  const got =
    holder === undefined
      ? nearestText(
          steps.map(({ title }) => title),
          name,
        )
      : `in "${holder.title}"`;
  return { part: `step "${name}"`, expected: command, found: fitting !== undefined, got };
}

/** Every fence's commands, byte for byte where they belong, and the steps by name. */
export function scoreCommands(plan: Plan, expected: ExpectedPlan, source: string): Part[] {
  return [
    ...(expected.code ?? []).map((code) => scoreFence(plan, source, code)),
    ...(expected.steps ?? []).map((step) => scoreStep(plan, step)),
  ];
}
