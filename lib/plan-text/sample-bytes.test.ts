import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import type { CodeBlock, Lines, Plan } from "@/lib/domain/plan/plan";
import { readPlan } from "./read-plan";

const source = readFileSync(resolve(import.meta.dirname, "../../prisma/sample/scm-v1.0.0-mvp.zh-CN.md"), "utf8");
const lines = source.split("\n");

/** Line numbers between fences, found without the parser. */
function fencedLines(): number[] {
  let inside = false;
  return lines.flatMap((line, index) => {
    if (line.startsWith("```")) {
      inside = !inside;
      return [];
    }
    return inside ? [index + 1] : [];
  });
}

function blocksOf(plan: Plan): CodeBlock[] {
  const { before = null, switch: change = null, rollback: back = null } = plan.blueGreen ?? {};
  return [
    ...plan.canary.map(({ diagram }) => diagram),
    before,
    change,
    back,
    ...plan.stepGroups.flatMap(({ blocks }) => blocks),
    plan.rollback?.block ?? null,
    ...plan.playbooks.map(({ block }) => block),
  ].flatMap((block) => block ?? []);
}

const within = ({ from, to }: Lines) => Array.from({ length: to - from + 1 }, (_, index) => from + index);
const slice = ({ from, to }: Lines) => lines.slice(from - 1, to).join("\n");

const reading = readPlan(source);
const plan = reading.plan;
const blocks = plan === null ? [] : blocksOf(plan);

describe("commands of the sample plan", () => {
  test("stand in exactly one block of the plan, byte for byte, at their lines", () => {
    expect(blocks.flatMap((block) => within(block.lines)).sort((a, b) => a - b)).toEqual(fencedLines());
    for (const block of blocks) expect(block.text).toBe(slice(block.lines));
  });

  const works = [
    ...(plan?.stepGroups ?? []).map(({ name, blocks: own, steps, notes }) => ({
      name,
      own,
      parts: [...steps, ...notes],
    })),
    ...(plan?.playbooks ?? []).map(({ name, block, steps }) => ({
      name,
      own: block === null ? [] : [block],
      parts: steps,
    })),
    {
      name: "回滚",
      own: plan?.rollback?.block ? [plan.rollback.block] : [],
      parts: plan?.rollback?.steps ?? [],
    },
  ];

  test.each(works)("of $name stand in exactly one step or note", ({ own, parts }) => {
    const written = own.flatMap((block) => within(block.lines)).filter((line) => lines[line - 1] !== "");
    const covered = parts.flatMap((part) => within(part.lines)).filter((line) => lines[line - 1] !== "");
    expect(covered.sort((a, b) => a - b)).toEqual(written);
  });

  const steps = [
    ...(plan?.stepGroups.flatMap((group) => group.steps) ?? []),
    ...(plan?.rollback?.steps ?? []),
    ...(plan?.playbooks.flatMap((playbook) => playbook.steps) ?? []),
  ];

  test.each(steps)("of “$name” are the bytes below its comment", ({ name, commands, lines: at }) => {
    expect(lines[at.from - 1]).toContain(name);
    expect(commands).toBe(slice({ from: at.from + 1, to: at.to }));
  });

  test("stay the same with other line ends and a byte order mark", () =>
    expect(readPlan(`\uFEFF${source.replaceAll("\n", "\r\n")}`)).toEqual(reading));
});
