import { describe, expect, it } from "vitest";
import type { Finding } from "./finding";
import { findingKey } from "./finding-key";

const found: Pick<Finding, "rule" | "facts"> = {
  rule: "latency-contradicted",
  facts: { metric: "P99延迟", lower: 100, upper: 200, line: 139, otherLine: 35, allLines: "35, 139" },
};

function changed(facts: Finding["facts"]): string {
  return findingKey({ ...found, facts: { ...found.facts, ...facts } });
}

describe("the key of a finding", () => {
  it("stays when the finding moves to other lines", () => {
    expect(changed({ line: 141, otherLine: 37, allLines: "37, 141" })).toBe(findingKey(found));
  });

  it("stays when spaces, full-width forms or letter case are rewritten", () => {
    expect(changed({ metric: " p９９延迟 " })).toBe(findingKey(found));
  });

  it("does not depend on the order in which the facts are given", () => {
    const facts = Object.fromEntries(Object.entries(found.facts).reverse());
    expect(findingKey({ rule: found.rule, facts })).toBe(findingKey(found));
  });

  it("changes with a number, a name or the rule", () => {
    const keys = [findingKey(found), changed({ upper: 400 }), changed({ metric: "P95延迟" })];
    keys.push(findingKey({ ...found, rule: "target-contradicted" }));
    expect(new Set(keys).size).toBe(4);
  });

  it("stays short and still tells two long texts apart", () => {
    const text = "x".repeat(5_000);
    const keys = [changed({ text: `${text}a` }), changed({ text: `${text}b` })];
    expect(new Set(keys).size).toBe(2);
    expect(Math.max(...keys.map((key) => key.length))).toBeLessThan(300);
  });
});
