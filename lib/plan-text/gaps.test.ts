import { describe, expect, test } from "vitest";
import { readPlan } from "./read-plan";

const timeline = (rows: string, head = "| 时间 | 操作 | 负责人 | 耗时 |\n|-|-|-|-|\n") =>
  `## 时间线\n\n${head}${rows}\n`;
const rulesOf = (source: string) => readPlan(source).findings.map(({ rule, line }) => [rule, line]);

describe("what a plan leaves open is said with its line", () => {
  test("no version, window and zone", () => {
    const { plan, findings } = readPlan(timeline("| 01:00 | 部署 | DBA | 5min |"));
    expect(plan?.timeZone).toBe("Asia/Shanghai");
    expect(findings.map(({ rule }) => rule)).toEqual(["no-version", "no-window", "time-zone-assumed"]);
  });
  test("that it is data: pasted JSON and YAML are told that they are files", () => {
    const json = JSON.stringify({ format: "holdpoint-plan/1", plan: { title: "Billing", stages: [] } }, null, 2);
    for (const text of [json, "format: holdpoint-plan/1\nplan:\n  title: Billing\n"]) {
      expect(rulesOf(text).at(-1)?.[0]).toBe("data-as-words");
      expect(readPlan(text).plan).toBeNull();
    }
    expect(readPlan("Nothing to release.\n").findings.map(({ rule }) => rule)).toContain("not-a-plan");
  });
  test("no timeline beside a checklist is an error, and still a plan", () => {
    const { plan, findings } = readPlan("## 检查清单\n\n- [ ] 备份\n");
    expect(plan?.sections).toHaveLength(1);
    expect(findings).toContainEqual(expect.objectContaining({ rule: "no-timeline", severity: "error" }));
  });
  test("no owner, no start, no duration of a stage", () => {
    const source = timeline("| 01:00 | 部署 | | |\n| 01:30 | 验证 | QA | 10min |\n| ? | 切换 5% | QA | 5min |");
    expect(rulesOf(source)).toEqual(
      expect.arrayContaining([
        ["stage-owner-missing", 5],
        ["stage-duration-missing", 5],
        ["stage-time-missing", 7],
      ]),
    );
    expect(readPlan(source).plan?.stages.map(({ startMin, durationMin }) => [startMin, durationMin])).toEqual([
      [0, 30],
      [30, 10],
      [40, 5],
    ]);
  });
  test("a second timeline", () => {
    const source = `${timeline("| 01:00 | 部署 | DBA | 5min |")}\n${timeline("| 02:00 | 部署 | DBA | 5min |")}`;
    expect(readPlan(source).plan?.stages).toHaveLength(1);
    expect(rulesOf(source)).toContainEqual(["part-doubled", 9]);
  });
  test("a column and a row that mean nothing here", () => {
    const source = timeline(
      "| 01:00 | 部署 | DBA | 5min | 红 |\n| | | DBA | | |",
      "| 时间 | 操作 | 负责人 | 耗时 | 颜色 |\n|-|-|-|-|-|\n",
    );
    expect(rulesOf(source)).toEqual(
      expect.arrayContaining([
        ["column-ignored", 3],
        ["not-understood", 6],
      ]),
    );
  });
});

describe("times relative to the start", () => {
  test("are minutes before and after it", () =>
    expect(
      readPlan(
        timeline("| T-30m | 备份 | DBA | 20min |\n| T+0 | 部署 | DBA | 5min |\n| T+1h | 验证 | QA | 5min |"),
      ).plan?.stages.map(({ startMin }) => startMin),
    ).toEqual([-30, 0, 60]));
});

describe("work marked as parallel", () => {
  test("may run beside the stage before it", () =>
    expect(
      readPlan(timeline("| 01:00 | 部署 | DBA | 5min |\n| 01:00 | 通知（并行） | PM | 5min |")).plan?.stages.map(
        ({ parallel }) => parallel,
      ),
    ).toEqual([false, true]));
});

describe("lists with code", () => {
  test("are steps with the commands inside their items", () => {
    const source = `${timeline("| 01:00 | 部署 | DBA | 5min |")}\n## 回滚步骤\n\n1. 切回\n\n   \`\`\`sh\n   back\n   \`\`\`\n\n2. 通知\n`;
    expect(readPlan(source).plan?.rollback?.steps.map(({ name, commands }) => [name, commands])).toEqual([
      ["切回", "back"],
      ["通知", ""],
    ]);
  });
});
