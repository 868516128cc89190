import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findDanglingReference } from "@/lib/domain/plan/dangling-reference";
import type { Lines } from "@/lib/domain/plan/plan";
import { propertyRuns } from "./fixtures/property-runs";
import { readPlan } from "./read-plan";

const sample = readFileSync(resolve(import.meta.dirname, "../../prisma/sample/scm-v1.0.0-mvp.zh-CN.md"), "utf8");
const lineCount = sample.split("\n").length;
/** Of the processor, so that a busy machine makes no difference. */
const longestMs = 3_000;
const unfilled = /\{(?:line|text|count|part|first|stage|minutes|group|section|role|zone|written|roster|rosterLine)\}/;

type Edit = (lines: string[]) => string[];

const place = fc.nat({ max: lineCount - 1 });
const edits = fc.oneof(
  place.map(
    (at): Edit =>
      (lines) =>
        lines.toSpliced(at, 1),
  ),
  fc.tuple(place, fc.nat({ max: 40 })).map(
    ([at, count]): Edit =>
      (lines) =>
        lines.toSpliced(at, count),
  ),
  fc.tuple(place, fc.nat({ max: 40 })).map(
    ([at, count]): Edit =>
      (lines) => [...lines, ...lines.slice(at, at + count)],
  ),
  fc.tuple(place, place).map(
    ([from, to]): Edit =>
      (lines) =>
        lines.toSpliced(to, 0, lines[from] ?? ""),
  ),
  fc.tuple(place, place).map(
    ([one, two]): Edit =>
      (lines) =>
        lines.with(Math.min(one, lines.length - 1), lines[two] ?? "").concat(lines[one] ?? ""),
  ),
  fc.tuple(place, fc.string({ unit: "grapheme", maxLength: 60 })).map(
    ([at, text]): Edit =>
      (lines) =>
        lines.toSpliced(at, 0, text),
  ),
  fc.tuple(place, fc.constantFrom("> ", "  ", "- ", "1. ", "| ", "```", "**", "#", "：", "<!--", "---")).map(
    ([at, mark]): Edit =>
      (lines) =>
        lines.map((line, index) => (index === at ? mark + line : line)),
  ),
  fc.constant<Edit>((lines) => lines.map((line) => line.replaceAll("|", "｜"))),
  fc.constant<Edit>((lines) => lines.map((line) => `${line}\r`)),
  fc.constant<Edit>((lines) => ["\uFEFF", ...lines]),
);

/** Every pair of lines anywhere inside a value. */
function linesIn(value: unknown): Lines[] {
  if (Array.isArray(value)) return value.flatMap(linesIn);
  if (typeof value !== "object" || value === null) return [];
  const { lines } = value as { lines?: Lines };
  return [...(lines === undefined ? [] : [lines]), ...Object.values(value).flatMap(linesIn)];
}

function expectHonest(source: string): void {
  const before = process.cpuUsage();
  const { plan, findings } = readPlan(source);
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1_000).toBeLessThan(longestMs);
  const last = source.split(/\r\n?|\n/).length;
  for (const { line, lines, message } of findings) {
    expect(line).toBe(lines.from);
    expect(lines.from).toBeGreaterThanOrEqual(1);
    expect(message.zh + message.en).not.toMatch(unfilled);
  }
  for (const { from, to } of [...linesIn(plan), ...findings.map(({ lines }) => lines)]) {
    expect(from).toBeLessThanOrEqual(to);
    expect(to).toBeLessThanOrEqual(last);
  }
  if (plan === null) expect(findings.some(({ severity }) => severity === "error")).toBe(true);
  else expect(findDanglingReference(plan)).toBeNull();
}

describe("a document that nobody here wrote", () => {
  test("a spoilt sample plan is read without a crash, in time, with findings inside the document", () => {
    fc.assert(
      fc.property(fc.array(edits, { minLength: 1, maxLength: 8 }), (changes) => {
        expectHonest(changes.reduce((lines, edit) => edit(lines), sample.split("\n")).join("\n"));
      }),
      { numRuns: propertyRuns(25) },
    );
  }, 600_000);

  test("any text at all is read without a crash", () => {
    fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 2_000 }), expectHonest), {
      numRuns: propertyRuns(100),
    });
  }, 600_000);

  test("any pile of Markdown marks is read without a crash", () => {
    const mark = fc.constantFrom(
      "#",
      "-",
      "*",
      "|",
      ">",
      "`",
      "```",
      "\n",
      "\n\n",
      " ",
      "  ",
      "1.",
      "[ ]",
      "回滚",
      "5%",
      "表",
      ":",
      "~",
    );
    fc.assert(
      fc.property(fc.array(mark, { maxLength: 400 }), (marks) => expectHonest(marks.join(""))),
      { numRuns: propertyRuns(100) },
    );
  }, 600_000);

  test("tables drawn with full-width bars are still tables", () => {
    const { plan } = readPlan(sample.replaceAll("|", "｜"));
    expect(plan?.stages).toHaveLength(12);
    expect(plan?.contacts).toHaveLength(5);
  });

  test.each([1, 6, 60])("the order of the chapters does not matter (turned by %i)", (turn) => {
    const [head = "", ...chapters] = sample.split(/^(?=## )/m);
    const turned = [...chapters.slice(turn % chapters.length), ...chapters.slice(0, turn % chapters.length)];
    const { plan } = readPlan(head + turned.join("\n"));
    const counts = [plan?.stages, plan?.sections, plan?.stepGroups, plan?.playbooks, plan?.windows, plan?.contacts];
    expect(counts.map((parts) => parts?.length)).toEqual([12, 7, 6, 3, 4, 5]);
    expect(plan?.stages.map(({ stepGroups }) => stepGroups.length)).toEqual([0, 1, 1, 1, 1, 1, 0, 1, 1, 0, 0, 0]);
  });

  test("a missing chapter leaves the other parts", () => {
    const { plan } = readPlan(sample.replace(/^## 五、[\s\S]*?(?=^## 六、)/m, ""));
    expect(plan?.rollback).toBeNull();
    expect(plan?.triggers).toEqual([]);
    expect([plan?.stages.length, plan?.playbooks.length]).toEqual([12, 3]);
  });
});
