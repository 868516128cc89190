import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { readCorpus } from "@/bench/import/read-corpus";
import { compilePlan } from "../compile-plan";
import type { ExpectedPlan } from "./expected-plan";
import { holdsText } from "./same-text";
import { scorePlan } from "./score-plan";

const corpus = readCorpus(resolve(import.meta.dirname, "../../..")).map((document) => {
  const reading = compilePlan(document.source);
  return { ...document, reading, score: scorePlan(reading, document.expected, document.source) };
});

const missedIn = ({ score, name }: (typeof corpus)[number]) =>
  score.parts
    .filter(({ found }) => !found)
    .map(({ part, expected, got }) => `${name} · ${part} · ${expected} · ${got.slice(0, 120)}`);

/** Everything that an expectation quotes from its document. */
function quotes(expected: ExpectedPlan): string[] {
  const lists = [expected.goals, expected.conditions, expected.items, expected.criteria, expected.rollback?.steps];
  const named = [expected.stages, expected.sections, expected.steps, expected.followups, expected.playbooks];
  const people = expected.contacts?.flatMap(({ role, person, phone, email }) => [
    role,
    person,
    phone ?? "",
    email ?? "",
  ]);
  const spoken = [expected.triggers, expected.windows, expected.channels];
  return [
    ...lists.flatMap((texts) => texts ?? []),
    ...named.flatMap((parts) => parts?.map(({ name }) => name) ?? []),
    ...spoken.flatMap((parts) => parts?.map(({ text }) => text) ?? []),
    ...(people ?? []),
    ...(expected.approvals ?? []),
    ...(expected.steps?.map(({ command }) => command) ?? []),
    ...[expected.title, expected.version].filter((text) => text !== undefined),
  ];
}

describe("the corpus", () => {
  test("holds at least twenty documents, half of them in each language, of fifty to six hundred lines", () => {
    const lines = corpus.map(({ source }) => source.trimEnd().split("\n").length);
    expect(corpus.length).toBeGreaterThanOrEqual(20);
    expect(corpus.filter(({ expected }) => expected.language === "zh").length).toBeGreaterThanOrEqual(8);
    expect(corpus.filter(({ expected }) => expected.language === "en").length).toBeGreaterThanOrEqual(8);
    expect(Math.min(...lines)).toBeGreaterThanOrEqual(50);
    expect(lines.filter((count) => count >= 250).length).toBeGreaterThanOrEqual(4);
    expect(lines.filter((count) => count > 450).length).toBeGreaterThanOrEqual(2);
  });

  test.each(corpus)("quotes $name as it is written", ({ source, expected }) => {
    expect(quotes(expected).filter((text) => !holdsText(source, text))).toEqual([]);
  });

  test("is understood: at least 97 % of the parts that a release manager reads are found", () => {
    const parts = corpus.flatMap(({ score }) => score.parts);
    const missed = corpus.flatMap(missedIn);
    expect((100 * (parts.length - missed.length)) / parts.length, missed.join("\n")).toBeGreaterThanOrEqual(97);
  });

  test("is not made up: at most one part in a hundred is one that the document does not have", () => {
    const parts = corpus.flatMap(({ score }) => score.parts);
    const surplus = corpus.flatMap(({ score, name }) =>
      score.surplus.map(({ part, got }) => `${name} · ${part} · ${got}`),
    );
    expect(surplus.length, surplus.join("\n")).toBeLessThanOrEqual(parts.length / 100);
  });

  test.each(corpus)("$name gives a plan", ({ reading }) => {
    expect(reading.plan).not.toBeNull();
  });
});

const templates = corpus.filter(({ expected }) => expected.placeholders !== undefined);

test.each(templates)("every line of $name that nobody filled in becomes a finding", (document) => {
  expect(missedIn(document).filter((miss) => miss.includes("· placeholder ·"))).toEqual([]);
});

const consistent = corpus.filter((document) => document.expected.consistent === true);

describe("a document that contradicts itself nowhere", () => {
  test("exists in both languages", () => {
    expect(consistent.map(({ expected }) => expected.language).sort()).toEqual(["en", "zh"]);
  });

  test.each(consistent)("gets no warning and no error: $name", ({ reading }) => {
    const raised = reading.findings.filter(({ severity }) => severity !== "info");
    expect(raised.map(({ rule, line, message }) => `${rule} ${line}: ${message.en}`)).toEqual([]);
  });
});
