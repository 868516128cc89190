import { describe, expect, test } from "vitest";
import type { Plan } from "@/lib/domain/plan/plan";
import { readPlan } from "../read-plan";
import { withoutLines } from "../settings/compare-values";
import { writePlan } from "../write/write-plan";

const head = "# Plan\n\n## Timeline\n\n| Time | Task | Owner |\n|---|---|---|\n| 02:00 | Deploy | DBA |\n\n";

function planOf(text: string): Plan {
  const { plan } = readPlan(head + text);
  if (plan === null) throw new Error("The document is a plan.");
  return plan;
}

function ownersIn({ sections, roles }: Plan): string[] {
  const names = (ids: readonly string[]) => ids.map((id) => roles.find((role) => role.id === id)?.name ?? id).join("+");
  return sections.flatMap((section) => [
    `${section.name}: ${names(section.owners)}`,
    ...section.items.map(({ text, owners }) => `${text}: ${owners === undefined ? "the section's" : names(owners)}`),
  ]);
}

const rows = "| Item | Owner | Status |\n|---|---|---|\n| Backups are fresh | DBA | |\n| Tests are green | QA | |\n";

describe("who signs an item of a checklist", () => {
  test("is said by its row; the section is then everybody's whom a row names", () => {
    expect(ownersIn(planOf(`## Checklist\n\n### Ready\n\n${rows}`))).toEqual([
      "Ready: DBA+QA",
      "Backups are fresh: DBA",
      "Tests are green: QA",
    ]);
  });

  test("is said by some rows only: the others are whose the section is taken to be", () => {
    expect(ownersIn(planOf(`## Checklist\n\n### Database\n\n${rows.replace("| DBA |", "| |")}`))).toEqual([
      "Database: DBA",
      "Backups are fresh: the section's",
      "Tests are green: QA",
    ]);
  });

  test("is said behind it or below it, and does not make the section that one's", () => {
    const list = "- [ ] Backups are fresh\n- [ ] Tests are green (QA)\n- [ ] Alerts are quiet\n  - Owner: DevOps\n";
    expect(ownersIn(planOf(`## Checklist\n\n### Ready\n\nOwner: DBA\n\n${list}`))).toEqual([
      "Ready: DBA",
      "Backups are fresh: the section's",
      "Tests are green (QA): QA",
      "Alerts are quiet: DevOps",
    ]);
  });

  test("is not said again by an item that names its section's owner", () => {
    expect(ownersIn(planOf("## Checklist\n\n### 数据库（负责人：DBA）\n\n- [ ] 备份完成（DBA）\n"))).toEqual([
      "数据库: DBA",
      "备份完成（DBA）: the section's",
    ]);
  });

  test.each([
    ["a table", `## Checklist\n\n### Ready\n\n${rows}`],
    ["asides", "## Checklist\n\n### Ready\n\nOwner: DBA\n\n- [ ] Backups are fresh\n- [ ] Tests are green (QA)\n"],
  ])("comes back in words when it came from %s, and no setting is needed", (_, text) => {
    const plan = planOf(text);
    const written = writePlan(plan);
    expect(written).not.toContain("```holdpoint");
    expect(withoutLines(readPlan(written).plan)).toEqual(withoutLines(plan));
  });

  test("given by a form is written below the item and read from there", () => {
    const plan = planOf(
      "## Checklist\n\n### Ready\n\nOwner: DBA\n\n- [ ] The QA report is signed\n- [ ] Tests are green (QA)\n",
    );
    const qa = plan.sections[0]?.items[1]?.owners ?? [];
    const sections = plan.sections.map((section) => {
      return { ...section, items: section.items.map((item) => ({ ...item, owners: qa })) };
    });
    const written = writePlan({ ...plan, sections });
    expect(written).toMatch(/The QA report is signed\n {2}[*-] Owner: QA\n[*-] \[ \] Tests are green \(QA\)\n(?! )/);
    expect(readPlan(written).plan?.sections[0]?.items.map(({ owners }) => owners)).toEqual([qa, qa]);
  });
});
