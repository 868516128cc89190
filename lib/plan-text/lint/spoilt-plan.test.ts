import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyChange } from "@/lib/domain/plan/apply-change";
import { findingKey } from "@/lib/domain/plan/finding-key";
import { readPlan } from "../read-plan";
import { lintPlan } from "./lint-plan";

const sample = readFileSync(resolve(import.meta.dirname, "../../../prisma/sample/scm-v1.0.0-mvp.zh-CN.md"), "utf8");
const lineCount = sample.split("\n").length;

type Edit = (lines: string[]) => string[];
const place = fc.nat({ max: lineCount - 1 });
const edits = fc.oneof(
  fc.tuple(place, fc.nat({ max: 12 })).map(
    ([at, count]): Edit =>
      (lines) =>
        lines.toSpliced(at, count),
  ),
  fc.tuple(place, place).map(
    ([from, to]): Edit =>
      (lines) =>
        lines.toSpliced(to, 0, lines[from] ?? ""),
  ),
  fc.tuple(place, fc.constantFrom("'", '"', "<", "%", "0", "|", "（", " - ", "25:00", "$(", "€")).map(
    ([at, mark]): Edit =>
      (lines) =>
        lines.map((line, index) => (index === at ? line.replace(/(?<=\S)\s/, ` ${mark}`) + mark : line)),
  ),
);

function lintOf(source: string) {
  const { plan } = readPlan(source);
  return plan === null ? [] : lintPlan(plan, source);
}

describe("a spoilt plan", () => {
  test("is checked without a crash, with findings inside the document and changes that answer them", () => {
    fc.assert(
      fc.property(fc.array(edits, { minLength: 1, maxLength: 6 }), (changes) => {
        const source = changes.reduce((lines, edit) => edit(lines), sample.split("\n")).join("\n");
        const last = source.split("\n").length;
        for (const finding of lintOf(source)) {
          const { lines, also = [], message, change } = finding;
          for (const { from, to } of [lines, ...also]) {
            expect(from).toBeGreaterThanOrEqual(1);
            expect(to).toBeGreaterThanOrEqual(from);
            expect(to).toBeLessThanOrEqual(last);
          }
          expect(message.zh + message.en).not.toMatch(/\{[a-zA-Z]+\}/);
          if (change === undefined) continue;
          const keys = lintOf(applyChange(source, change)).map(findingKey);
          expect(keys, `${finding.rule}: ${change.text}`).not.toContain(findingKey(finding));
        }
      }),
      { numRuns: 15 },
    );
  }, 120_000);
});
