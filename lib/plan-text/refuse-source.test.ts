import { describe, expect, test } from "vitest";
import { readPlan } from "./read-plan";

function refusal(source: string) {
  const { plan, findings } = readPlan(source);
  expect(plan).toBeNull();
  expect(findings).toHaveLength(1);
  return findings[0];
}

describe("before any parser sees it, a document is refused", () => {
  test("over 256 kB, counted in bytes", () => {
    expect(refusal("表".repeat(100_000))?.rule).toBe("too-large");
    expect(refusal("a\n".repeat(131_073))?.rule).toBe("too-large");
  });
  test.each([
    ["20 kB of quotes", ">".repeat(20_000)],
    ["a quote of 61 with spaces", "> ".repeat(61)],
    ["lists in one line", `${"- ".repeat(61)}a`],
    [
      "a list that goes deeper line by line",
      Array.from({ length: 100 }, (_, deep) => `${"  ".repeat(deep)}- a`).join("\n"),
    ],
    ["a numbered one", Array.from({ length: 100 }, (_, deep) => `${"   ".repeat(deep)}1. a`).join("\n")],
    ["one with tabs", Array.from({ length: 100 }, (_, deep) => `${"\t".repeat(deep)}- a`).join("\n")],
    ["one inside a quote", Array.from({ length: 100 }, (_, deep) => `> ${"  ".repeat(deep)}- a`).join("\n")],
    [
      "one with idle lines between",
      Array.from({ length: 100 }, (_, deep) => `${"  ".repeat(deep)}- a\nidle`).join("\n"),
    ],
    [
      "one with several markers a line",
      Array.from({ length: 9 }, (_, deep) => `${" ".repeat(deep * 20)}${"- ".repeat(10)}a`).join("\n"),
    ],
  ])("when it nests deeper than 60: %s", (_, source) => expect(refusal(source)?.rule).toBe("too-deep"));
  test("with the line that is too deep", () => expect(refusal(`# a\n\n${">".repeat(61)}`)?.line).toBe(3));
  test.each([
    ["U+0000", "# a\n\n\0", "0000", 3],
    ["half a pair in front", "# a \uD83D", "D83D", 1],
    ["half a pair behind", "a\n\uDE00 b", "DE00", 2],
  ])("for what cannot be stored: %s", (_, source, code, line) =>
    expect(refusal(source)).toMatchObject({ rule: "bad-character", line, facts: { code } }),
  );
  test("for a line of 20,001 characters", () => expect(refusal("a".repeat(20_001))?.rule).toBe("line-too-long"));
});

describe("what is left alone", () => {
  test("60 quotes, a whole pair and 256 kB", () => {
    expect(readPlan(`${">".repeat(60)} a`).findings[0]?.rule).not.toBe("too-deep");
    expect(readPlan("# 😀").findings.map(({ rule }) => rule)).not.toContain("bad-character");
    expect(readPlan(`${"a".repeat(1_023)}\n`.repeat(256)).findings.map(({ rule }) => rule)).not.toContain("too-large");
  });
  test("many short lists one after another", () => {
    const lists = "- a\n  - b\n    - c\n\ntext\n\n".repeat(100);
    expect(readPlan(lists).findings.map(({ rule }) => rule)).not.toContain("too-deep");
  });
});

describe("nonsense", () => {
  test.each([
    ["nothing", ""],
    ["blanks", "\n \n"],
    ["a poem", "# Autumn\n\nLeaves fall.\n\n- slowly\n"],
  ])("gives findings and no plan: %s", (_, source) => {
    const { plan, findings } = readPlan(source);
    expect(plan).toBeNull();
    expect(findings.map(({ rule }) => rule)).toContain("not-a-plan");
  });
  test("names every part that was not understood, with its line", () =>
    expect(
      readPlan("# Autumn\n\nLeaves fall.\n\n- slowly\n- and red\n")
        .findings.filter(({ rule }) => rule === "not-understood")
        .map(({ lines, facts }) => [lines.from, lines.to, facts["text"]]),
    ).toEqual([
      [3, 3, "Leaves fall."],
      [5, 6, "slowly and red"],
    ]));
  test("in great amounts is summed up instead of listed without end", () => {
    const { findings } = readPlan("word\n\n".repeat(2_000));
    expect(findings.length).toBeLessThan(310);
    expect(findings.find(({ rule }) => rule === "more-not-understood")?.facts).toMatchObject({ count: 1_700 });
  });
});
