import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { readPlan } from "../read-plan";

const source = readFileSync(resolve(import.meta.dirname, "../fixtures/english-plan.md"), "utf8");

function withSettings(...lines: string[]) {
  const settings = ["", "## Holdpoint settings", "", "```holdpoint", ...lines, "```", ""];
  return readPlan([source, ...settings].join("\n"));
}

const ofSettings = (rules: { rule: string }[]) =>
  rules.map(({ rule }) => rule).filter((rule) => rule.startsWith("setting"));

describe("settings at the end of a document", () => {
  test("take effect, by id or by place, and stand in no list of what was not understood", () => {
    const { plan, findings } = withSettings(
      "# who else must agree",
      "gates[gate:1].fourEyes = true",
      'stages[0].kind = "other"',
      "criteria.length = 1",
    );
    expect(plan?.gates.map(({ fourEyes }) => fourEyes)).toEqual([true, false, false]);
    expect(plan?.stages[0]?.kind).toBe("other");
    expect(plan?.criteria).toHaveLength(1);
    expect(findings.map(({ facts }) => String(facts["text"] ?? ""))).not.toContain("Holdpoint settings");
    expect(ofSettings(findings)).toEqual([]);
  });

  test("say what a plan has no words for: how young a drill a gate wants, what raises a playbook", () => {
    const { plan, findings } = withSettings(
      "gates[gate:1].drillWithinHours = 4",
      'playbooks[playbook:1].matchers = [{"kind":"output","pattern":"FATAL * refused"},{"kind":"alert","name":"DiskFull"}]',
    );
    expect(plan?.gates.map(({ drillWithinHours }) => drillWithinHours)).toEqual([4, undefined, undefined]);
    expect(plan?.playbooks[0]?.matchers).toEqual([
      { kind: "output", pattern: "FATAL * refused" },
      { kind: "alert", name: "DiskFull" },
    ]);
    expect(ofSettings(findings)).toEqual([]);
  });

  test("give a part that they add the line in which they stand", () => {
    const { plan } = withSettings('approvals[1] = {"role":"role:ceo"}');
    const line = source.split("\n").length + 5;
    expect(plan?.approvals[1]).toEqual({ role: "role:ceo", lines: { from: line, to: line } });
  });

  test.each([
    ["no setting at all", "please vote twice"],
    ["text that is no JSON", "gates[gate:1].fourEyes = yes"],
    ["a value of another kind", 'gates[gate:1].fourEyes = "yes"'],
    ["a word that the plan does not have", 'stages[stage:1].colour = "red"'],
    ["a part that is not there", "gates[gate:9].fourEyes = true"],
    ["half a part", 'approvals[1] = {"person":"Ada"}'],
    ["a prototype", "__proto__.x = 1"],
    ["a time zone that no clock knows", 'timeZone = "Mars/Olympus"'],
    ["a character that cannot be stored", 'title = "a\\u0000b"'],
  ])("that are %s have no effect and become a finding", (_, line) => {
    const { plan, findings } = withSettings(line, 'title = "Still read"');
    expect(ofSettings(findings)).toEqual(["setting-unreadable"]);
    expect(plan?.title).toBe("Still read");
  });

  test("that point at nothing have no effect, none of them", () => {
    const { plan, findings } = withSettings('gates[0].after = "stage:77"', 'title = "Other"');
    expect(ofSettings(findings)).toEqual(["settings-dangling"]);
    expect([plan?.title, plan?.gates[0]?.after]).toEqual(["Checkout 4.2 release plan", "stage:4"]);
  });
});
