import { describe, expect, test } from "vitest";
import type { Plan } from "@/lib/domain/plan/plan";
import { readPlan } from "../read-plan";
import { withoutLines } from "../settings/compare-values";
import { writePlan } from "../write/write-plan";

const work = `# Plan

## Timeline

| Time | Task | Owner |
|---|---|---|
| 02:00 | Back up | DBA |
| 02:20 | Deploy | DevOps |

## Detailed steps

### Step 1: Back up

\`\`\`bash
pg_dump shop > shop.sql
\`\`\`

### Step 2: Deploy

1. Pull the image
2. Restart

## Rollback procedure (5 min)

1. Return the share
2. Check the shop

`;

const head = "## Runner actions\n\n| Work | Action | Arguments | Labels |\n|---|---|---|---|\n";

function read(rows: string) {
  const { plan, findings } = readPlan(`${work}${head}${rows}`);
  if (plan === null) throw new Error("The document is a plan.");
  return { plan, unknown: findings.filter(({ rule }) => rule === "binding-unknown").map(({ line }) => line) };
}

const said = ({ bindings }: Plan) =>
  bindings.map(({ target, work: bound, labels }) => [
    "step" in target ? target.step : target.kind,
    bound.kind === "script" ? "script" : `${bound.name} ${JSON.stringify(bound.arguments)}`,
    labels.join("+"),
  ]);

const first = head.split("\n").length + work.split("\n").length - 1;

describe("what runners carry out", () => {
  test("is a table of steps by place or by name, the traffic and the drill", () => {
    const { plan, unknown } = read(
      '| Step 1.1: Back up | dump | database=shop; note="a; b" | db, eu-1 |\n| Restart | its own commands | | |\n| Rollback step 1: Return the share | share-back | | |\n| Traffic | nginx-share | | edge |\n| Rollback drill | nginx-share | | |\n',
    );
    expect(said(plan)).toEqual([
      ["step:1.1", 'dump {"database":"shop","note":"a; b"}', "db+eu-1"],
      ["step:2.2", "script", ""],
      ["rollback-step:1", "share-back {}", ""],
      ["traffic", "nginx-share {}", "edge"],
      ["drill", "nginx-share {}", ""],
    ]);
    expect(unknown).toEqual([]);
  });

  test("is told of a row that names nothing of the plan, has no action or says a thing twice", () => {
    const { plan, unknown } = read(
      "| Step 9.1 | dump | | |\n| Polish the brass | dump | | |\n| Traffic | | | |\n| Traffic | nginx | | |\n| Traffic | haproxy | | |\n",
    );
    expect(said(plan)).toEqual([["traffic", "nginx {}", ""]]);
    expect(unknown).toEqual([first, first + 1, first + 2, first + 4]);
  });

  test.each(["en", "zh"] as const)("comes back in words, in %s, and no setting is needed", (language) => {
    const { plan } = read(
      "| Step 2.1 | pull | tag=4.2 | k8s |\n| Step 1.1 | its own commands | | |\n| Traffic | nginx | | |\n",
    );
    const chinese = readPlan(writePlan({ ...plan, language })).plan;
    if (chinese === null) throw new Error("What was written is a plan.");
    const text = writePlan(chinese);
    expect(text).toContain(language === "zh" ? "## 执行器动作" : "## Runner actions");
    expect(text).not.toContain("bindings[");
    expect(withoutLines(readPlan(text).plan?.bindings)).toEqual(withoutLines(plan.bindings));
  });
});
