import { describe, expect, test } from "vitest";
import { readPlan } from "./read-plan";

const times = ["01:00", "01:10", "01:20", "01:30", "01:40", "01:50"];

/** Which step groups (by number) serve which rows of a small timeline. */
function bound(works: readonly string[], groups: readonly string[]) {
  const rows = works.map((work, index) => `| ${times[index]} | ${work} | DBA | 5 min |`);
  const steps = groups.map((group) => `### ${group}\n\n\`\`\`sh\nrun\n\`\`\`\n`);
  const { plan, findings } = readPlan(
    `## Timeline\n\n| Time | Work | Owner | Duration |\n|-|-|-|-|\n${rows.join("\n")}\n\n## Detailed steps\n\n${steps.join("\n")}`,
  );
  const unbound = findings.filter(({ rule }) => rule === "steps-unbound").map(({ facts }) => facts["group"]);
  return { stages: plan?.stages.map(({ stepGroups }) => stepGroups), unbound };
}

describe("steps serve", () => {
  test("the shift to their own share, and 全量 is everything", () =>
    expect(bound(["灰度发布 5%", "灰度发布 50%", "全量发布"], ["切换 50%", "全量发布", "灰度 5%"])).toEqual({
      stages: [[3], [1], [2]],
      unbound: [],
    }));
  test("every shift, where they name neither a share nor a stage of it", () =>
    expect(bound(["Canary 5%", "Deploy", "Ramp up to 50%"], ["切流量"]).stages).toEqual([[1], [], [1]]));
  test("every observation, unless they name a share", () =>
    expect(bound(["5% 灰度发布", "监控观察 5%", "监控观察 25%"], ["监控观察", "观察 25%"]).stages).toEqual([
      [],
      [1],
      [1, 2],
    ]));
  test("the verification that has most in common with them", () =>
    expect(bound(["Smoke test", "Full regression test"], ["Regression test", "Smoke test"]).stages).toEqual([
      [2],
      [1],
    ]));
  test("the only stage of their kind whatever it is called", () =>
    expect(bound(["Snapshot of the orders", "Deploy"], ["Backup"]).stages).toEqual([[1], []]));
  test("no stage when none fits, which is said", () =>
    expect(bound(["Deploy", "Shift to 10%"], ["Shift to 90%", "Warm the caches"])).toEqual({
      stages: [[], []],
      unbound: ["Shift to 90%", "Warm the caches"],
    }));
});
