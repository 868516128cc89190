import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyChange } from "@/lib/domain/plan/apply-change";
import type { Finding } from "@/lib/domain/plan/finding";
import { findingKey } from "@/lib/domain/plan/finding-key";
import { compilePlan } from "../compile-plan";
import { propertyRuns } from "../fixtures/property-runs";
import { readPlan } from "../read-plan";
import { COMMAND_CASES } from "./commands/command-cases";
import { CRITERIA_CASES } from "./criteria/criteria-cases";
import { ENGLISH_CASES } from "./fixtures/english-cases";
import { lintPlan } from "./lint-plan";
import { PEOPLE_CASES } from "./people/people-cases";
import { ROLLBACK_CASES } from "./rollback/rollback-cases";
import type { RuleCase } from "./rule-case";
import { LINT_SENTENCES } from "./sentences/lint-sentences";
import { TIME_CASES } from "./times/times-cases";
import { TRAFFIC_CASES } from "./traffic/traffic-cases";

const fixture = (name: string) => readFileSync(resolve(import.meta.dirname, "fixtures", name), "utf8");

/** Plans in which nothing is wrong: every case breaks one of them in one way. */
const CHINESE = fixture("consistent.zh-CN.md");
const ENGLISH = fixture("consistent.en.md");

type Case = RuleCase & { base: string };
const inChinese = [
  ...TIME_CASES,
  ...TRAFFIC_CASES,
  ...ROLLBACK_CASES,
  ...CRITERIA_CASES,
  ...PEOPLE_CASES,
  ...COMMAND_CASES,
];
const CASES: readonly Case[] = [
  ...inChinese.map((one) => ({ ...one, base: CHINESE })),
  ...ENGLISH_CASES.map((one) => ({ ...one, base: ENGLISH })),
];

/** The consistent plan with these edits in it; an edit that changes nothing is a mistake of the test. */
function broken({ base, edits }: Case): string {
  return edits.reduce((source, [written, instead]) => {
    expect(source.split(written).length, `“${written}” stands once in the plan`).toBe(2);
    return source.replace(written, () => instead);
  }, base);
}

/** Each source is checked once, however many tests ask about it. */
const checked = new Map<string, Finding[]>();

function lintOf(source: string): Finding[] {
  const known = checked.get(source);
  if (known !== undefined) return known;
  const { plan } = readPlan(source);
  const findings = plan === null ? [] : lintPlan(plan, source);
  checked.set(source, findings);
  return findings;
}

function findingsOf(rule: string, source: string): Finding[] {
  return lintOf(source).filter((finding) => finding.rule === rule);
}

/** The rule sees the defect in its lines, says its figures in both languages, and is silent on the repaired plan. */
function expectFound(one: Case): void {
  const { rule, base, at, says = [] } = one;
  const source = broken(one);
  const lines = source.split("\n");
  const [found] = findingsOf(rule, source);
  expect(found, rule).toBeDefined();
  if (found === undefined) return;
  const places = [found.lines, ...(found.also ?? [])].map(({ from, to }) => lines.slice(from - 1, to).join("\n"));
  expect(places[0]).toContain(at[0]);
  for (const words of at.slice(1))
    expect(
      places.slice(1).some((place) => place.includes(words)),
      words,
    ).toBe(true);
  for (const sentence of [found.message.zh, found.message.en]) {
    expect(sentence).not.toMatch(/\{\w+\}/);
    for (const figure of says) expect(sentence).toContain(figure);
  }
  expect(findingsOf(rule, base)).toEqual([]);
}

/** Where a change is proposed, the finding is gone with it, and every line outside of the change is as it was. */
function expectRepaired(source: string, finding: Finding): void {
  const { change } = finding;
  if (change === undefined) return;
  const repaired = applyChange(source, change);
  const keys = lintOf(repaired).map(findingKey);
  expect(keys, `${finding.rule}: ${change.text}`).not.toContain(findingKey(finding));
  const [before, after] = [source.split("\n"), repaired.split("\n")];
  expect(after.slice(0, change.lines.from - 1)).toEqual(before.slice(0, change.lines.from - 1));
  const tail = before.length - Math.max(change.lines.to, change.lines.from - 1);
  expect(after.slice(after.length - tail)).toEqual(before.slice(before.length - tail));
}

describe("a rule sees its defect, in its lines, and is silent on the repaired plan", () => {
  test.each(CASES.map((one) => [one.rule, one.defect, one] as const))("%s: %s", (_rule, _defect, one) =>
    expectFound(one),
  );
});

describe("a proposed change answers its finding and touches nothing else", () => {
  test.each(CASES.map((one) => [one.rule, one] as const))("%s", (rule, one) => {
    const source = broken(one);
    for (const finding of findingsOf(rule, source)) expectRepaired(source, finding);
  });

  test("with several defects in one plan, too", () => {
    const alone = inChinese.filter(({ edits }) => edits.length === 1);
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom(...alone), { minLength: 2, maxLength: 5 }), (chosen) => {
        const edits = chosen.flatMap((one) => one.edits);
        const source = edits.reduce((text, [written, instead]) => text.replace(written, () => instead), CHINESE);
        for (const finding of lintOf(source)) expectRepaired(source, finding);
      }),
      { numRuns: propertyRuns(4) },
    );
  }, 60_000);
});

test("every rule has a case", () => {
  const own = ["trigger-without-query", "criterion-unmeasured", "errors-without-zero"];
  expect([...new Set([...CASES.map(({ rule }) => rule), ...own])].sort()).toEqual(Object.keys(LINT_SENTENCES).sort());
});

test.each([
  ["Chinese", CHINESE],
  ["English", ENGLISH],
])("a consistent plan in %s has no warning and no error", (_language, source) => {
  const serious = compilePlan(source).findings.filter(({ severity }) => severity !== "info");
  expect(serious.map(({ message }) => message.en)).toEqual([]);
});

const corpus = resolve(import.meta.dirname, "../corpus");
const consistent = readdirSync(corpus).filter(
  (name) =>
    name.endsWith(".expected.json") && readFileSync(resolve(corpus, name), "utf8").includes('"consistent": true'),
);

test("the corpus has consistent plans in both languages", () => expect(consistent.length).toBeGreaterThanOrEqual(2));

test.each(consistent)("the consistent plan of %s has no warning and no error of the linter", (name) => {
  const source = readFileSync(resolve(corpus, name.replace(".expected.json", ".md")), "utf8");
  const serious = lintOf(source).filter(({ severity }) => severity !== "info");
  expect(serious.map(({ message }) => message.en)).toEqual([]);
});

test("triggers without a query are named together", () => {
  const [found] = findingsOf("trigger-without-query", CHINESE);
  expect(found?.facts).toMatchObject({ count: 2, all: 2 });
});
