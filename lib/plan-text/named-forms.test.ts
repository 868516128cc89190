import { describe, expect, test } from "vitest";
import { readCriterion } from "./criterion-text";
import { readMinutes } from "./durations";
import { readPlan } from "./read-plan";
import { readWhen } from "./when";

const timeline = "## Timeline\n\n| Time | Task | Owner |\n|---|---|---|\n| 02:00 | Deploy | DBA |\n\n";
const stagesOf = (text: string) => readPlan(`# Plan\n\n${text}`).plan?.stages ?? [];

describe("a time that a plan may write", () => {
  test.each([
    ["T-30m", { offset: -30 }],
    ["T+15min", { offset: 15 }],
    ["02:10", { clock: 130 }],
    ["14:00 UTC", { clock: 840 }],
    ["Day 1", { day: 0 }],
  ])("%s", (text, wanted) => expect(readWhen(text)).toMatchObject(wanted));
});

describe("a length that a plan may write", () => {
  test.each([
    ["20min", 20],
    ["1 小时", 60],
    ["1-2 hours", 120],
    ["ten minutes", 10],
    ["两小时", 120],
    ["三天", 4320],
  ])("%s", (text, minutes) => expect(readMinutes(text)).toBe(minutes));
  test.each(["第三天", "周一天亮", "someone minutes away"])("%s is none", (text) =>
    expect(readMinutes(text)).toBeNull(),
  );
});

describe("a criterion that a plan may write", () => {
  test.each([
    ["error rate < 0.1 %", { comparator: "<", value: 0.1, unit: "%" }],
    ["p95 ≤ 200 ms for 15 minutes", { comparator: "<=", value: 200, unit: "ms", forMin: 15 }],
    ["P99延迟无明显上升", { comparator: null, qualitative: "no-rise" }],
    ["3σ", { value: 3, unit: "σ" }],
    ["latency stays within 3σ", { comparator: "<=", value: 3, unit: "σ" }],
  ])("%s", (text, wanted) => expect(readCriterion(text)).toMatchObject(wanted));
});

describe("a timeline may be", () => {
  test.each([
    [
      "a table",
      "## Timeline\n\n| Time | Task | Owner |\n|---|---|---|\n| 02:00 | Backup | DBA |\n| 02:20 | Deploy | DBA |\n",
    ],
    ["a numbered list", "## Timeline\n\n1. 02:00 Backup\n2. 02:20 Deploy\n"],
    ["a bulleted list", "## Timeline\n\n- 02:00 Backup\n- 02:20 Deploy\n"],
    ["headings", "## Timeline\n\n### 02:00 Backup\n\n### 02:20 Deploy\n"],
    [
      "headings that are times above what is done",
      "## T-20m\n\n- Owner: DBA\n- Action: Backup\n\n## T+0\n\n- Owner: DBA\n- Action: Deploy\n",
    ],
    ["lines of a paragraph", "## Timeline\n\n02:00 – Backup\n02:20 – Deploy\n02:40 – Check\n"],
    ["numbers in signs of their own", "## Timeline\n\n1️⃣ 02:00 Backup\n\n```sh\ndump\n```\n\n2️⃣ 02:20 Deploy\n"],
  ])("%s", (_name, text) => {
    const [first, second] = stagesOf(text);
    expect([first?.name, second?.name]).toEqual(["Backup", "Deploy"]);
    expect((second?.startMin ?? 0) - (first?.startMin ?? 0)).toBe(20);
  });
  test("tables below phases whose names are those of other parts", () => {
    const table = (time: string, task: string) =>
      `| Time | Task | Owner |\n|---|---|---|\n| ${time}:00 | ${task} | DBA |\n| ${time}:30 | Look at ${task} | QA |\n\n`;
    const phases = `## Day\n\n### Phase 1: Preparation\n\n${table("02", "calls")}### Phase 2: Verification\n\n${table("03", "tests")}`;
    expect(stagesOf(phases).map(({ startMin }) => startMin)).toEqual([0, 30, 60, 90]);
  });
  test("a table with headings between its rows, which are no work", () =>
    expect(
      stagesOf(
        "## Timeline\n\n| # | Task | Time | Resp. |\n|---|---|---|---|\n| | **A – Data** | | |\n| A1 | Backup | 02:00 | DBA |\n| A2 | Deploy | 02:20 | DBA |\n",
      ).map(({ name }) => name),
    ).toEqual(["Backup", "Deploy"]));
});

describe("a canary stage as a heading says", () => {
  const plan = readPlan(
    `# Plan\n\n${timeline}## Canary\n\n### Internal\n\nTraffic: 5 %\nDuration: 30 min\n\n**Entry criteria**\n\n- Build green\n\n**Exit criteria**\n\n- error rate < 0.1 %\n\n**Rollback triggers**\n\n- error rate > 1 %\n`,
  ).plan;
  test("“Traffic: 5 %”", () => expect(plan?.canary[0]?.share).toBe(5));
  test("“Duration”", () => expect(plan?.canary[0]?.soakMin).toBe(30));
  test("“Entry criteria”", () => expect(plan?.canary[0]?.decisions[0]?.text).toBe("Build green"));
  test("“Exit criteria”", () => expect(plan?.canary[0]?.watch[0]?.text).toBe("error rate < 0.1 %"));
  test("“Rollback triggers”", () => expect(plan?.triggers[0]?.text).toBe("error rate > 1 %"));
});

describe("a checklist may be", () => {
  test.each([
    ["a task list", "- [ ] Backup done\n- [ ] Tests green\n"],
    ["a table with a Status column", "| Item | Status |\n|---|---|\n| Backup done | open |\n| Tests green | open |\n"],
    ["plain bullets under its heading", "- Backup done\n- Tests green\n"],
    ["boxes in signs of their own", "☐ Backup done\n☐ Tests green\n"],
  ])("%s", (_name, text) =>
    expect(
      readPlan(`# Plan\n\n${timeline}## Checklist\n\n${text}`).plan?.sections[0]?.items.map((item) => item.text),
    ).toEqual(["Backup done", "Tests green"]),
  );
});

describe("an owner may be", () => {
  test.each([
    ["a name", "Ana Lima", "Ana Lima"],
    ["a role", "DBA", "DBA"],
    ["an @handle", "@ana", "ana"],
  ])("%s", (_name, written, called) => {
    const plan = readPlan(`# Plan\n\n${timeline.replace("DBA", written)}`).plan;
    expect(plan?.roles.find(({ id }) => plan.stages[0]?.owners.includes(id))?.name).toBe(called);
  });
});

describe("contacts may be", () => {
  test.each([
    ["a table", "| Role | Name | Phone |\n|---|---|---|\n| DBA | Ana Lima | +351 21 555 0100 |\n"],
    ["a list", "- DBA: Ana Lima, +351 21 555 0100\n"],
    ["one line", "Ana Lima (DBA) +351 21 555 0100; Bo Ek (QA) +351 21 555 0101\n"],
  ])("%s", (_name, text) =>
    expect(readPlan(`# Plan\n\n${timeline}## Contacts\n\n${text}`).plan?.contacts[0]).toMatchObject({
      person: "Ana Lima",
      phone: "+351 21 555 0100",
    }),
  );
});

test("a code block belongs to the step in front of it", () => {
  const plan = readPlan(`# Plan\n\n${timeline}## Steps\n\n1. Pull\n2. Apply\n\n\`\`\`sh\napply --all\n\`\`\`\n`).plan;
  expect(plan?.stepGroups[0]?.steps.map(({ name, commands }) => [name, commands])).toEqual([
    ["Pull", ""],
    ["Apply", "apply --all"],
  ]);
});

describe("what nobody has filled in becomes a finding with its line", () => {
  test.each(["[YYYY-MM-DD]", "<owner>", "TBD", "___"])("%s", (blank) => {
    const { findings } = readPlan(`# Plan\n\n${timeline.replace("DBA", blank)}`);
    expect(findings.filter(({ rule }) => rule === "placeholder").map(({ line }) => line)).toEqual([7]);
  });
});

test("a message with its headings in brackets is a plan", () => {
  const { plan } = readPlan(
    "【会员 5.3.0 上线】\n\n【负责人】陆一鸣\n【停机】不停机\n\n【步骤】\n23:00 备份会员库（古川，25分钟）\n23:25 部署（古川，25分钟）\n23:50 验证（岳敏，30分钟）\n\n【回滚条件】\n1、登录失败率大于2%\n2、重复发放\n\n【联系人】\n陆一鸣 负责人 13700008801\n古川 运维 13700008802\n",
  );
  expect([plan?.title, plan?.stages.length, plan?.triggers.length, plan?.contacts.length]).toEqual([
    "会员 5.3.0 上线",
    3,
    2,
    2,
  ]);
  expect(plan?.info.downtime?.minutes).toBe(0);
});

test("labels that only the want of a blank line joined to a list name what follows them", () => {
  const source = "Traffic: 1%\nEntry criteria:\n- Rig online\nRollback triggers:\n- error rate > 2 %\n";
  const plan = readPlan(`# Plan\n\n${timeline}## Canary\n\n### Rig\n\n${source}`).plan;
  expect([plan?.canary[0]?.decisions[0]?.text, plan?.triggers[0]?.text]).toEqual(["Rig online", "error rate > 2 %"]);
});

describe("the head's sentences say", () => {
  const infoOf = (text: string) => readPlan(`# Plan\n\n${text}\n\n${timeline}`).plan?.info;
  test.each(["Getting back to 8.8 takes about ten minutes.", "退回旧系统约需十分钟。"])(
    "how long the way back takes: %s",
    (text) => expect(infoOf(text)?.rollbackable?.withinMin).toBe(10),
  );
  test.each(["Users are offline for 40 minutes.", "期间业务中断40分钟。"])("how long users do without: %s", (text) =>
    expect(infoOf(text)?.downtime?.minutes).toBe(40),
  );
  test.each(["Ana Lima calls the shots.", "The night is led by Ana Lima."])("who leads: %s", (text) => {
    const plan = readPlan(
      `# Plan\n\n${text}\n\n${timeline}## Contacts\n\n- Platform: Ana Lima, +351 21 555 0100\n`,
    ).plan;
    expect(plan?.contacts.find(({ role }) => role === plan.manager)?.person).toBe("Ana Lima");
  });
});

test("front matter and comments are no part of the plan's words", () => {
  const { plan } = readPlan(`---\nversion: 2.1.0\n---\n<!-- owner: nobody -->\n\n# Plan\n\n${timeline}`);
  expect([plan?.info.version, plan?.stages.length]).toEqual(["2.1.0", 1]);
});
