import { describe, expect, test } from "vitest";
import { takeFrontMatter } from "./front-matter";
import { readPlan } from "./read-plan";

const checklist = "\n## Checklist\n\n- [ ] Backup done\n";

describe("front matter", () => {
  test("becomes rows of the document with their lines", () => {
    const source = `---\ntitle: Checkout 4\nversion: 4.2.0\nrelease:\n  date: 2026-03-14 22:00-23:30\n  timezone: Europe/Berlin\nowners: [alice, bob]\n---\n${checklist}`;
    const { plan, findings } = readPlan(source);
    expect(plan?.document.map(({ label, text, lines }) => [label, text, lines.from])).toEqual([
      ["title", "Checkout 4", 2],
      ["version", "4.2.0", 3],
      ["date", "2026-03-14 22:00-23:30", 5],
      ["timezone", "Europe/Berlin", 6],
      ["owners", "alice, bob", 7],
    ]);
    expect([plan?.title, plan?.info.version, plan?.timeZone]).toEqual(["Checkout 4", "4.2.0", "Europe/Berlin"]);
    expect(plan?.info.window?.start).toBe("2026-03-14T22:00");
    expect(findings.filter(({ rule }) => rule === "not-understood")).toEqual([]);
  });
  test.each([
    ["a rule", "---\n\ntext\n\n---\n"],
    ["never closed", "---\ntitle: a\n"],
    ["no YAML", "---\n{ [ broken\n---\n"],
    ["no map", "---\njust words\n---\n"],
  ])("is not %s", (_, source) => expect(takeFrontMatter(source)).toBeNull());
  test("leaves every other line where it was", () =>
    expect(takeFrontMatter("---\na: 1\n---\n# T\n")?.text.split("\n")).toEqual(["", "", "", "# T", ""]));
});
