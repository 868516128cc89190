import { resolve } from "node:path";
import { expect, type Page } from "@playwright/test";
import { answerDialog, answers, goTo, openLive, openWall, press } from "../fixtures/acts";
import { itemRow, revokeItem, signItem, waiveItem } from "../fixtures/checklist-acts";
import { type ConsoleActs, consoleActs } from "../fixtures/console-acts";
import { verifyLog } from "../fixtures/product";
import { keepPicture } from "../fixtures/screenshots";
import { test } from "../fixtures/test";
import { words } from "../fixtures/words";

const say = words("zh-CN");
const SAMPLE = resolve("prisma/sample/scm-v1.0.0-mvp.zh-CN.md");
const WAIVED = "分库分表策略验证";
const REVOKED = "所有 P0/P1 Bug 已修复";
const PROVEN = "压测报告已完成";
const NIGHT_MS = 300_000;

type Crew = { manager: ConsoleActs; dba: ConsoleActs; devops: ConsoleActs; qa: ConsoleActs; wall: Page };
type StageRow = { name: string; owner: "manager" | "dba" | "devops" | "qa"; steps: string[] };

const STAGES: Record<string, StageRow> = {
  gather: { name: "全员集合，确认分工", owner: "manager", steps: [] },
  backup: {
    name: "数据库全量备份",
    owner: "dba",
    steps: ["全量备份（所有数据库）", "验证备份文件", "测试恢复（从库）"],
  },
  deploy: {
    name: "部署 v1.0 到绿环境",
    owner: "devops",
    steps: ["拉取镜像", "Kubernetes 部署（绿环境）", "等待 Pods Ready", "验证服务健康"],
  },
  smoke: { name: "冒烟测试（绿环境）", owner: "qa", steps: ["自动化冒烟测试脚本"] },
  to5: { name: "5% 灰度发布", owner: "devops", steps: ["Nginx 配置（权重）", "重载 Nginx", "验证流量分配"] },
  watch5: {
    name: "监控观察（5%流量）",
    owner: "manager",
    steps: ["Grafana Dashboard", "实时日志查看", "告警检查"],
  },
  to25: { name: "25% 灰度发布", owner: "devops", steps: [] },
  watch25: {
    name: "监控观察（25%流量）",
    owner: "manager",
    steps: ["Grafana Dashboard", "实时日志查看", "告警检查"],
  },
  to100: { name: "100% 全量发布", owner: "devops", steps: ["Nginx 配置（全量）", "验证"] },
  proof: { name: "全量验证测试", owner: "qa", steps: [] },
  review: { name: "发布复盘会议", owner: "manager", steps: [] },
};

async function importAndCreate(manager: Page): Promise<string> {
  await goTo(manager, "/plans/import");
  await manager.locator('input[type="file"]').setInputFiles(SAMPLE);
  await press(manager, say("plans.import.save"));
  await manager.waitForURL(/\/plans\/[^/]+\?version=/);
  await manager.getByRole("link", { name: say("plans.createRelease") }).click();
  await manager.getByLabel(say("common.mode.rehearsal")).waitFor();
  await answers(manager);
  await manager.getByLabel(say("common.mode.rehearsal")).check();
  await press(manager, "×120");
  await press(manager, say("plans.release.create.rehearsal"));
  await manager.waitForURL(/\/releases\/[^/]+$/);
  return new URL(manager.url()).pathname;
}

/** The manager makes a link for the room's screen, and the screen opens it without anybody signing in. */
async function openRoomScreen(manager: Page, wall: Page): Promise<void> {
  await press(manager, say("console.wall.title"));
  const dialog = manager.getByRole("dialog");
  await dialog.getByLabel(say("console.wall.name")).fill("作战室大屏");
  await press(dialog, say("console.wall.create"));
  const link = await dialog.locator("code").textContent();
  await manager.keyboard.press("Escape");
  await openWall(wall, link ?? "");
}

async function signOwnItems(page: Page, sections: string[], apart: string[] = []): Promise<void> {
  for (const name of sections) {
    const section = page.getByRole("region", { name, exact: true });
    const items = await section.getByRole("listitem").locator("p:first-child").allInnerTexts();
    for (const item of items.filter((text) => !apart.includes(text))) await signItem(page, item);
  }
}

/** One stage by its owner; the wall shows its beginning, every step of it, and its end. */
async function doStage(crew: Crew, { name, owner, steps }: StageRow, during?: () => Promise<void>): Promise<void> {
  const acting = crew[owner];
  const { wall } = crew;
  await acting.startStage(name);
  await expect(wall.getByRole("heading", { name, exact: true })).toBeVisible();
  for (const [index, step] of steps.entries()) {
    await acting.doStep(step);
    await expect(wall.getByText(say("wall.now.stepsDone", { done: index + 1, total: steps.length }))).toBeVisible();
  }
  await during?.();
  await acting.completeStage(name);
  await expect(wall.getByRole("heading", { name, exact: true })).toBeHidden();
}

/** Everybody holds GO at the same time; the manager plays the tech director, who sleeps through a rehearsal. */
async function voteGo({ manager, dba, devops, qa, wall }: Crew): Promise<void> {
  const managing = async () => {
    await manager.voteGo("发布经理");
    await manager.playGo("技术总监");
  };
  await Promise.all([managing(), dba.voteGo("DBA"), devops.voteGo("DevOps"), qa.voteGo("QA Lead")]);
  await expect(wall.getByText("GO", { exact: true })).toHaveCount(5);
}

test("the whole night: five browsers carry the sample plan from its document to full traffic", async ({
  enter,
  desk,
}) => {
  test.setTimeout(NIGHT_MS);
  const pages = {
    manager: await enter("zhangsan"),
    dba: await enter("wangwu"),
    devops: await enter("zhaoliu"),
    qa: await enter("sunqi"),
  };
  const wall = await enter(null, { options: { viewport: { width: 1920, height: 1080 } } });
  const crew: Crew = {
    manager: consoleActs(pages.manager),
    dba: consoleActs(pages.dba),
    devops: consoleActs(pages.devops),
    qa: consoleActs(pages.qa),
    wall,
  };
  const { manager, qa } = crew;

  const path = await test.step("the document becomes a plan, the plan a rehearsal", () =>
    importAndCreate(pages.manager));
  const releaseId = path.split("/").at(-1) ?? "";
  await openLive(pages.manager, path);
  await openRoomScreen(pages.manager, wall);

  await test.step("everybody signs what is theirs", async () => {
    const checklists = Object.values(pages).map((page) => openLive(page, `${path}/checklist`));
    await Promise.all(checklists);
    await waiveItem(pages.manager, WAIVED, "单库够用，上线后再分");
    await signItem(pages.qa, REVOKED);
    await revokeItem(pages.qa, REVOKED, "又发现一个 P1");
    await signItem(pages.qa, PROVEN, { text: "峰值 11,200 TPS", link: "https://ci.scm.example/load/42" });
    await Promise.all([
      signOwnItems(pages.qa, ["代码质量检查", "性能测试检查", "安全检查"], [PROVEN]),
      signOwnItems(pages.devops, ["基础设施检查", "监控告警检查"]),
      signOwnItems(pages.dba, ["数据库检查"], [WAIVED]),
      signOwnItems(pages.manager, ["文档检查"]),
    ]);
    await expect(itemRow(pages.qa, PROVEN).getByRole("link")).toHaveAttribute("href", "https://ci.scm.example/load/42");
    await expect(wall.getByText(say("wall.lamp.items", { closed: 41, total: 41 }))).toBeVisible();
    await expect(wall.getByText(say("wall.checklist.waived", { count: 1 })).first()).toBeVisible();
    await expect(wall.getByText(say("wall.now.ready"))).toBeVisible();
  });

  await test.step("the start, and up to the first gate", async () => {
    await Promise.all(Object.values(pages).map((page) => openLive(page, path)));
    await press(pages.manager.getByRole("region", { name: say("console.preparing.conditions") }), "开始发布");
    for (const name of ["gather", "backup", "deploy"] as const) await doStage(crew, row(name));
    await doStage(crew, row("smoke"), () => voteGo(crew));
    await manager.decideGo("切换到 5%", "决策点 1");
  });

  await test.step("5 %, watched until the soak is over, and the second gate", async () => {
    await doStage(crew, row("to5"));
    await expect(wall.getByText("设定 5%")).toBeVisible();
    await doStage(crew, row("watch5"), () => voteGo(crew));
    await manager.decideGo("切换到 25%", "决策点 2");
  });

  await test.step("25 %, one NO-GO that is taken back, and the third gate", async () => {
    await doStage(crew, row("to25"));
    await expect(wall.getByText("设定 25%")).toBeVisible();
    await doStage(crew, row("watch25"), async () => {
      await crew.dba.voteGo("DBA");
      await crew.devops.voteGo("DevOps");
      await qa.voteNoGo("QA Lead", "订单失败率在抬头");
      await expect(wall.getByText("NO-GO", { exact: true })).toBeVisible();
      await keepPicture(wall, "wall");
      await keepPicture(pages.manager, "console");
      await qa.voteGo("QA Lead");
      await manager.voteGo("发布经理");
      await manager.playGo("技术总监");
    });
    await manager.decideGo("切换到 100%", "决策点 3");
  });

  await test.step("100 %, proven, reviewed and completed", async () => {
    await doStage(crew, row("to100"));
    await expect(wall.getByText("设定 100%")).toBeVisible();
    await doStage(crew, row("proof"), () => voteGo(crew));
    await manager.decideGo("发布完成", "完成决策");
    await doStage(crew, row("review"));
    await manager.button(say("console.next.complete")).click();
    await expect(wall.getByText(say("wall.now.windowsDone", { done: 0, total: 4 }))).toBeVisible();
  });

  await test.step("one observation window is closed early, by a note", async () => {
    const first = pages.manager.getByRole("listitem").filter({ hasText: "0-2小时" });
    await press(first, say("console.observing.completeEarly"));
    const act = say("console.observing.completeEarly");
    await answerDialog(pages.manager, { field: say("console.observing.note"), text: "错误率平稳，告警为零", act });
    await expect(wall.getByText(say("wall.now.windowsDone", { done: 1, total: 4 }))).toBeVisible();
  });

  await test.step("the log holds, and the wall stands at its end", async () => {
    const events = await desk.events(releaseId);
    const { state, seq } = await desk.view(releaseId);
    expect(events.map((event) => event.seq)).toEqual(Array.from({ length: seq }, (_, index) => index + 1));
    expect(state.status).toBe("observing");
    expect(state.traffic.wanted).toBe(100);
    expect(events.filter(({ type }) => type === "release.completed")).toHaveLength(1);
    expect(events.filter(({ type }) => type === "item.signed")).toHaveLength(41);
    expect(Object.values(state.items).map((item) => item.status)).not.toContain("open");
    await expect(wall.getByText(new RegExp(`#${seq} `))).toBeVisible();
    expect(await verifyLog(releaseId)).toContain(String(seq));
  });
});

function row(name: keyof typeof STAGES): StageRow {
  const found = STAGES[name];
  if (found === undefined) throw new Error(`The night has no stage ${name}.`);
  return found;
}
