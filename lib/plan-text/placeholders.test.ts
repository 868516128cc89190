import { describe, expect, test } from "vitest";
import { readPlan } from "./read-plan";
import { PLACEHOLDER_SHAPES, PLACEHOLDER_WORDS } from "./words/placeholders";

const frame = (line: string) => `# Plan\n\n${line}\n\n## Checklist\n\n- [ ] Backup done\n`;
const found = (line: string) =>
  readPlan(frame(line))
    .findings.filter(({ rule }) => rule === "placeholder")
    .map(({ line: at, facts }) => [at, facts["field"]]);

describe("a value that is still to be filled in", () => {
  test.each([...PLACEHOLDER_SHAPES.flatMap(({ examples }) => examples), ...PLACEHOLDER_WORDS])(
    "“%s” is said with its field and line",
    (blank) => expect(found(`Release manager: ${blank}`)).toEqual([[3, "Release manager"]]),
  );
  test.each([
    "<owner>",
    "<release manager>",
    "[owner's name]",
    "[YYYY-MM-DD]",
    "{{ owner }}",
    "**<负责人>**",
    "TBD",
    "@TBD",
  ])("“%s” is no name", (blank) => {
    const { plan } = readPlan(
      `## Timeline\n\n| Time | Work | Owner | Duration |\n|-|-|-|-|\n| 02:00 | Deploy | ${blank} | 10 min |\n`,
    );
    expect(plan?.stages[0]?.owners).toEqual([]);
    expect(plan?.roles.map(({ id }) => id)).toEqual(["role:release-manager"]);
  });
  test("is named by its column", () => {
    const { findings } = readPlan(
      "## Timeline\n\n| Time | Work | Owner | Duration |\n|-|-|-|-|\n| 02:00 | Deploy | TBD | __ min |\n",
    );
    const blanks = findings.filter(({ rule }) => rule === "placeholder");
    expect(blanks.map(({ line, facts }) => [line, facts["field"]])).toEqual([
      [5, "Owner"],
      [5, "Duration"],
    ]);
  });
});

describe("what only looks like one", () => {
  test.each([
    "Error rate <1% and latency >200 ms",
    "See [the guide](https://example.com/date) and [x] it",
    "Mail <ops@example.com> or <https://example.com>",
    "HTTP 5xx answers",
    "Line<br>break and <b>bold</b>",
    "Run `kubectl get <pod>` once",
    "Call [DBA Lead] first",
  ])("“%s” is left alone", (line) => expect(found(line)).toEqual([]));
  test("commands keep their bytes", () => {
    const source = `## Steps\n\n### Deploy\n\n\`\`\`sh\nrun --owner <owner> ___ TBD\n\`\`\`\n\n## Checklist\n\n- [ ] a\n`;
    const { plan, findings } = readPlan(source);
    expect(plan?.stepGroups[0]?.steps[0]?.commands).toBe("run --owner <owner> ___ TBD");
    expect(findings.some(({ rule }) => rule === "placeholder")).toBe(false);
  });
  test("comments are not read", () => expect(found("<!-- owner: TBD\nfill in ___ -->")).toEqual([]));
});
