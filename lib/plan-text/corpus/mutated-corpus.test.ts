import { resolve } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readCorpus } from "@/bench/import/read-corpus";
import { findDanglingReference } from "@/lib/domain/plan/dangling-reference";
import type { Lines } from "@/lib/domain/plan/plan";
import { compilePlan } from "../compile-plan";
import { propertyRuns } from "../fixtures/property-runs";
import { normaliseSource } from "../source-text";

const corpus = readCorpus(resolve(import.meta.dirname, "../../..")).map(({ source }) => source.split("\n"));

type Edit = (lines: string[]) => string[];

/** A block somewhere in a document of any length, as shares of it. */
const block = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat({ max: 40 }));
const within = (lines: readonly string[], share: number) => Math.floor(share * lines.length);

const edits = fc.oneof(
  block.map(
    ([at, count]): Edit =>
      (lines) =>
        lines.toSpliced(within(lines, at), count),
  ),
  fc.tuple(block, block).map(
    ([[one, count], [other]]): Edit =>
      (lines) => {
        const moved = lines.slice(within(lines, one), within(lines, one) + count);
        const rest = lines.toSpliced(within(lines, one), count);
        return rest.toSpliced(within(rest, other), 0, ...moved);
      },
  ),
  fc.tuple(block, block).map(
    ([[one, count], [other]]): Edit =>
      (lines) => {
        const copy = lines.slice(within(lines, one), within(lines, one) + count);
        return lines.toSpliced(within(lines, other), 0, ...copy);
      },
  ),
  block.map(
    ([at]): Edit =>
      (lines) =>
        lines.slice(0, within(lines, at) + 1),
  ),
  fc.tuple(block, fc.uint8Array({ minLength: 1, maxLength: 60 })).map(
    ([[at], bytes]): Edit =>
      (lines) =>
        lines.toSpliced(within(lines, at), 1, String.fromCharCode(...bytes)),
  ),
  fc.tuple(block, fc.constantFrom("> ", "    ", "- ", "1. ", "| ", "```", "~~~", "**", "# ", "<!--", "-->", "---")).map(
    ([[at], mark]): Edit =>
      (lines) =>
        lines.map((line, index) => (index === within(lines, at) ? mark + line : line)),
  ),
);

const spoilt = fc
  .tuple(fc.constantFrom(...corpus), fc.array(edits, { minLength: 1, maxLength: 6 }))
  .map(([lines, changes]) => changes.reduce((given, edit) => edit(given), lines).join("\n"));

/** Every pair of lines anywhere inside a value. */
function linesIn(value: unknown): Lines[] {
  if (Array.isArray(value)) return value.flatMap(linesIn);
  if (typeof value !== "object" || value === null) return [];
  const { lines } = value as { lines?: Lines };
  return [...(lines === undefined ? [] : [lines]), ...Object.values(value).flatMap(linesIn)];
}

function expectHonest(source: string): void {
  const { plan, findings } = compilePlan(source);
  const written = normaliseSource(source).split("\n");
  const ranges = [...linesIn(plan), ...findings.flatMap(({ lines, also }) => [lines, ...(also ?? [])])];
  for (const { from, to } of ranges) {
    expect(from).toBeLessThanOrEqual(to);
    expect(to).toBeLessThanOrEqual(written.length);
  }
  for (const { line } of findings) expect(line).toBeGreaterThanOrEqual(1);
  if (plan === null) {
    expect(findings.some(({ severity }) => severity === "error")).toBe(true);
    return;
  }
  expect(findDanglingReference(plan)).toBeNull();
  const steps = [
    ...plan.stepGroups.flatMap((group) => group.steps),
    ...(plan.rollback?.steps ?? []),
    ...plan.playbooks.flatMap((playbook) => playbook.steps),
  ];
  for (const { commands } of steps.filter((step) => step.commands !== "")) {
    for (const command of commands.split("\n")) expect(written.some((line) => line.includes(command))).toBe(true);
  }
}

test("a spoilt document of the corpus is read without a crash, with lines and commands that it really has", () => {
  fc.assert(fc.property(spoilt, expectHonest), { numRuns: propertyRuns(60) });
}, 180_000);
