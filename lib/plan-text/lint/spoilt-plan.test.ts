import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyChange } from "@/lib/domain/plan/apply-change";
import { findingKey } from "@/lib/domain/plan/finding-key";
import { propertyRuns } from "../fixtures/property-runs";
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
      fc.property(fc.array(edits, { minLength: 1, maxLength: 6 }), fc.nat(), (changes, chosen) => {
        const source = changes.reduce((lines, edit) => edit(lines), sample.split("\n")).join("\n");
        const last = source.split("\n").length;
        const findings = lintOf(source);
        for (const { lines, also = [], message } of findings) {
          for (const { from, to } of [lines, ...also]) {
            expect(from).toBeGreaterThanOrEqual(1);
            expect(to).toBeGreaterThanOrEqual(from);
            expect(to).toBeLessThanOrEqual(last);
          }
          expect(message.zh + message.en).not.toMatch(/\{[a-zA-Z]+\}/);
        }
        const proposing = findings.filter((finding) => finding.change !== undefined);
        const finding = proposing[chosen % Math.max(1, proposing.length)];
        if (finding?.change === undefined) return;
        // A doubled line gives two findings of one key; the change answers one of them.
        const alike = (found: typeof findings) => found.filter((one) => findingKey(one) === findingKey(finding)).length;
        const after = lintOf(applyChange(source, finding.change));
        expect(alike(after), finding.rule).toBeLessThan(alike(findings));
      }),
      { numRuns: propertyRuns(12) },
    );
  }, 600_000);
});
