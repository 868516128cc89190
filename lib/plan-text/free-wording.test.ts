import { describe, expect, test } from "vitest";
import { readPlan } from "./read-plan";

const stage = "## Timeline\n\n| Time | Task | Owner |\n|---|---|---|\n| 02:00 | Deploy | DBA |\n\n";
const planOf = (text: string) => readPlan(`# Plan\n\n${stage}${text}`).plan;
const texts = (rows: readonly { text: string }[] | undefined) => rows?.map(({ text }) => text);

describe("a heading in free words is understood together with what stands below it", () => {
  test.each(["When we go back", "Pull the plug if", "碰到这些就退", "什么时候退"])(
    "“%s” above conditions: triggers",
    (name) =>
      expect(texts(planOf(`## ${name}\n\n- Errors > 2 %\n- Anything smells\n`)?.triggers)).toEqual([
        "Errors > 2 %",
        "Anything smells",
      ]),
  );
  test.each([
    ["Going back", null],
    ["How to pull the plug (2 minutes)", 2],
    ["怎么退（最多 30 分钟）", 30],
    ["切回 v11（1 分钟）", 1],
  ])("“%s” above commands: the way back", (name, targetMin) => {
    const rollback = planOf(`## ${name}\n\n\`\`\`bash\nctl route --old\n\`\`\`\n`)?.rollback;
    expect([rollback?.steps[0]?.commands, rollback?.targetMin]).toEqual(["ctl route --old", targetMin]);
  });
  test("a way back that lies behind one: what is done then", () =>
    expect(
      planOf("## 退了以后\n\n1. 在群里报备（30 分钟内）\n2. 查原因\n")?.followups.map(({ dueMin }) => dueMin),
    ).toEqual([30, null]));
  test.each(["To do beforehand", "Are we good to go?", "投产前应具备的条件"])(
    "“%s” above a list: a checklist",
    (name) => expect(planOf(`## ${name}\n\n- One thing\n- Another\n`)?.sections[0]?.items).toHaveLength(2),
  );
  test.each(["We are happy when", "What good looks like", "什么算成功"])(
    "“%s” above a list: success criteria",
    (name) =>
      expect(texts(planOf(`## ${name}\n\n- One thing\n- Another\n`)?.criteria)).toEqual(["One thing", "Another"]),
  );
  test.each(["Why bother", "Justification", "为什么换"])("“%s” above a list: goals", (name) =>
    expect(planOf(`## ${name}\n\n- One thing\n`)?.goals[0]?.goals).toHaveLength(1),
  );
  test("says nothing without it: a sentence below is left to its reader", () => {
    const plan = planOf("## Why bother\n\nBecause.\n\n## Going back\n\nWe rather not.\n");
    expect([plan?.goals, plan?.rollback]).toEqual([[], null]);
  });
});

describe("a list of conditions under words that say nothing", () => {
  test("of trouble are triggers", () =>
    expect(planOf("## Watch out\n\n- Bounces above 4 %\n- Duplicate push\n")?.triggers).toHaveLength(2));
  const health = "## 看结果\n\n- 成功率 ≥ 99.5%\n- 延迟 < 80 ms\n";
  test("of health behind the work are what success is measured by", () =>
    expect(texts(planOf(health)?.criteria)).toEqual(["成功率 ≥ 99.5%", "延迟 < 80 ms"]));
  test.each([
    ["in front of the work", `# Plan\n\n${health}\n${stage}`],
    ["beside criteria that are called so", `# Plan\n\n${stage}## 成功标准\n\n- 无投诉\n\n${health}`],
  ])("of health %s are only guessed to be criteria: whoever reads the findings decides", (_where, text) =>
    expect(readPlan(text).findings.map(({ facts }) => facts["guess"])).toContain("criteria"),
  );
  test("in front of everything else say what the release is for", () =>
    expect(
      readPlan(`# Plan\n\n## Idea of the night\n\n- Fewer drop-outs\n\n${stage}`).plan?.goals[0]?.goals,
    ).toHaveLength(1));
  test("of trouble above commands are the way back as a whole", () => {
    const plan = planOf(
      "## Trouble\n\nWe return as soon as\n\n- more than 3 % fail\n- one is rejected\n\n```sh\nback\n```\n",
    );
    expect([plan?.triggers.length, plan?.rollback?.steps[0]?.commands]).toEqual([2, "back"]);
  });
  test("that are none stay what they are", () => {
    const plan = planOf("## Colours\n\n- red\n- green\n");
    expect([plan?.triggers, plan?.criteria]).toEqual([[], []]);
  });
});

describe("a table whose heads say nothing is understood by its cells", () => {
  test("rising clock times, texts and names: a timeline with starts and ends", () => {
    const plan = readPlan(
      "# P\n\n## Evening\n\n| Von | Bis | Was | Wer |\n|-|-|-|-|\n| 23:30 | 23:50 | Dump the whole base | Ivo |\n| 23:50 | 00:20 | Install the build | Pelle |\n| 00:20 | 00:40 | Send tests | Ivo |\n",
    ).plan;
    expect(plan?.stages.map(({ startMin, durationMin }) => [startMin, durationMin])).toEqual([
      [0, 20],
      [20, 30],
      [50, 20],
    ]);
    expect(plan?.roles.map(({ name }) => name)).toEqual(expect.arrayContaining(["Ivo", "Pelle"]));
  });
  test("clock times that repeat or jump are figures, not a timeline", () =>
    expect(
      readPlan(
        "# P\n\n| 甲 | 乙 |\n|-|-|\n| 账户总数一览 | 23:40 |\n| 余额合计一览 | 23:40 |\n| 流水笔数一览 | 23:40 |\n",
      ).plan,
    ).toBeNull());
  test("spans, texts and names below “afterwards”: observation windows", () =>
    expect(
      planOf(
        "## Afterwards\n\n| Hours | Eyes on | Crew |\n|-|-|-|\n| 0-6h | crash rate | Ivo |\n| 6-24h | refunds | Pelle |\n",
      )?.windows.map(({ fromMin, toMin, ownersText }) => [fromMin, toMin, ownersText]),
    ).toEqual([
      [0, 360, "Ivo"],
      [360, 1440, "Pelle"],
    ]));
  test("numbers to call: a roster, and addresses of a network are none", () => {
    const roster =
      "| 组别 | 牵头 | 分机 |\n|-|-|-|\n| 数据组 | 冯丽娟 | 13500010002 |\n| 应用组 | 何婉清 | 13500010003 |\n";
    const net = "| 用途 | 甲地 |\n|-|-|\n| 对外 | 10.20.0.0/16 |\n| 带外 | 10.23.0.0/16 |\n";
    expect(planOf(`## 分工\n\n${roster}\n## 网段\n\n${net}`)?.contacts.map(({ person }) => person)).toEqual([
      "冯丽娟",
      "何婉清",
    ]);
  });
});

test("what stands right behind the conditions and is to be done is the way back", () =>
  expect(
    planOf("## 什么时候退\n\n- 失败率 > 2%\n\n## 做法\n\n1. 关入口\n2. 换成旧版\n")?.rollback?.steps.map(
      ({ name }) => name,
    ),
  ).toEqual(["关入口", "换成旧版"]));

test("spans, focus and people are observation windows, whatever the heading says", () =>
  expect(
    planOf(
      "## Monday\n\n| Since opening | Keep watch over | Person |\n|-|-|-|\n| 0-8 h | logins | Ivo |\n| 8-48 h | calls | Pelle |\n",
    )?.windows,
  ).toHaveLength(2));

test("a list of spans that lasts hours is watched, not worked through", () =>
  expect(
    planOf("## The day that follows\n\n- 0-6 h: errors\n- 6-24 h: mail\n")?.windows.map(({ toMin }) => toMin),
  ).toEqual([360, 1440]));

test("a table of limits that nothing may go beyond are triggers", () =>
  expect(
    texts(
      planOf("## 拆\n\n| 看到 | 到多少 |\n|-|-|\n| 失败率 | > 5% |\n| 耗时 | > 3 秒 |\n| 误放 | ≥ 1 次 |\n")?.triggers,
    ),
  ).toEqual(["失败率 > 5%", "耗时 > 3 秒", "误放 ≥ 1 次"]));

test("somebody of the roster is known by the first name", () => {
  const { plan } = readPlan(
    "# P\n\n## Timeline\n\n- 02:00 install (Marius)\n- 02:30 test (Marius)\n\n## Contacts\n\n- Marius Petit (packaging): +33 1 55 50 01 72\n",
  );
  expect(plan?.stages.map(({ owners }) => owners)).toEqual([["role:packaging"], ["role:packaging"]]);
});

test.each(["Marius", "April", "Mary"])("%s in brackets is somebody, not a month", (person) =>
  expect(
    readPlan(`# P\n\n## Timeline\n\n- 02:00 install (${person}, 10 min)\n- 02:30 test (${person}, 10 min)\n`).plan
      ?.stages[0]?.owners,
  ).toEqual([`role:${person.toLowerCase()}`]),
);

test("a roster of teams gives nobody a first name", () => {
  const { plan } = readPlan(
    "# P\n\n## Timeline\n\n- 02:00 install (Tech, 10 min)\n- 02:30 test (QA, 10 min)\n\n## Contacts\n\n| Role | Name | Phone |\n|-|-|-|\n| Release manager | Tech Lead | +33 1 55 50 01 72 |\n",
  );
  expect(plan?.stages[0]?.owners).not.toEqual(["role:release-manager"]);
});

test("two columns without heads that name a version are the release's information", () =>
  expect(planOf("## Facts\n\n| | |\n|-|-|\n| What | portal 3.9.0 |\n| In charge | Ivo |\n")?.info.version).toBe(
    "3.9.0",
  ));

test("“Done by” under rising times is a person, not a box", () =>
  expect(
    readPlan(
      "# P\n\n## Programme\n\n| Begin | Finish | Activity | Done by |\n|-|-|-|-|\n| 02:00 | 02:10 | Assemble | Ivo |\n| 02:10 | 02:30 | Install | Pelle |\n| 02:30 | 03:00 | Trial | Ivo |\n",
    ).plan?.stages.map(({ durationMin, owners }) => [durationMin, ...owners]),
  ).toEqual([
    [10, "role:ivo"],
    [20, "role:pelle"],
    [30, "role:ivo"],
  ]));

describe("a roster without a table", () => {
  test("of lines that all reach somebody needs no heading's word", () =>
    expect(
      planOf(
        "## Crew\n\nProducer - Hanneke Vos - call +31 20 555 0141\nCommunity - Lou Tran - lou@ashfall.example\n",
      )?.contacts.map(({ person }) => person),
    ).toEqual(["Hanneke Vos", "Lou Tran"]));
  test.each([
    ["- Ivo, platform, +46 8 555 0172", "Ivo"],
    ["- 卢思远 模型 18600020001", "卢思远"],
    ["- 广告 贺嘉 hejia@feed.example", "贺嘉"],
  ])("%s", (line, person) => expect(planOf(`## Contacts\n\n${line}\n`)?.contacts[0]?.person).toBe(person));
});

describe("canary stages", () => {
  const ramp =
    "## How far\n\n### 1% of shops\n\nFrom 09:00, leave it for 45 minutes.\n\nMove on when:\n\n- errors < 0.2%\n\n### 50% of shops\n\nHold it 3 hours.\n\n### Everyone 🎉\n\nThen an hour.\n";
  const found = planOf(ramp)?.canary;
  test("are headings with shares, whatever stands above them; the last one needs no figure", () =>
    expect(found?.map(({ share }) => share)).toEqual([1, 50, 100]));
  test("say in a sentence how long they are watched", () =>
    expect(found?.map(({ soakMin }) => soakMin)).toEqual([45, 180, 60]));
  test("keep the conditions of going on", () => expect(texts(found?.[0]?.watch)).toEqual(["errors < 0.2%"]));
});

describe("a line that stands as a heading without being marked as one", () => {
  test("by its number in brackets", () =>
    expect(
      planOf("## 检查清单\n\n（一）技术条件\n\n1. 甲\n\n（二）业务条件\n\n1. 乙\n")?.sections.map(({ name }) => name),
    ).toEqual(["技术条件", "业务条件"]));
  test("right above boxes, but not when it says who answers for them", () =>
    expect(
      planOf("## 检查清单\n\n模型侧\n\n- [ ] 甲\n\n### 工程\n\n负责人：DBA\n\n- [ ] 乙\n")?.sections.map(
        ({ name }) => name,
      ),
    ).toEqual(["模型侧", "工程"]));
});

test("the head's list may say everything about the release, pictures in front of its labels too", () => {
  const { info, manager, contacts } = readPlan(
    `# P v12\n\n- 开始：2026-04-08 10:00\n- 预计结束：2026-04-09 20:00\n- 停服：不停\n- 👩 负责人：卢思远\n\n${stage}## 联系方式\n\n- 卢思远 模型 18600020001\n`,
  ).plan ?? { info: null, manager: null, contacts: [] };
  expect([info?.version, info?.window, info?.downtime?.minutes]).toEqual([
    "v12",
    { start: "2026-04-08T10:00", end: "2026-04-09T20:00" },
    0,
  ]);
  expect(manager).toBe(contacts[0]?.role);
});
