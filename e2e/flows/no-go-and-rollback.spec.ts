import { expect } from "@playwright/test";
import { answerDialog, holdUntil, openLive, openWall, press, rowOf } from "../fixtures/acts";
import { consoleActs } from "../fixtures/console-acts";
import { doStage, reachFirstShift, startStage, voteGo } from "../fixtures/night";
import { test } from "../fixtures/test";
import { words } from "../fixtures/words";

const say = words("en");
const english = { language: "en" } as const;

test("a no-go holds the release, a new round lets it on, and from 25 % it is rolled back", async ({ enter, desk }) => {
  test.setTimeout(240_000);
  const releaseId = await desk.createRehearsal({ speed: 60 });
  const night = { desk, releaseId };
  await reachFirstShift(night);
  await doStage(night, "stage:5");
  const path = `/releases/${releaseId}`;
  const manager = consoleActs(await enter("zhangsan", english), "en");
  const qa = consoleActs(await enter("sunqi", english), "en");
  const devops = consoleActs(await enter("zhaoliu", english), "en");
  const wall = await enter("lisi", { ...english, options: { viewport: { width: 1920, height: 1080 } } });
  await Promise.all([manager, qa, devops].map(({ page }) => openLive(page, path, "en")));
  await openWall(wall, `/wall/${releaseId}`, "en");

  await test.step("QA says NO-GO and the manager decides so", async () => {
    await startStage(night, "stage:6");
    await qa.voteNoGo("QA Lead", "Orders fail more often than before");
    await expect(manager.voteRow("QA Lead").getByText("Orders fail more often than before")).toBeVisible();
    await press(manager.page, say("console.gate.decideNoGo"));
    const dialog = manager.page.getByRole("dialog");
    await dialog.getByLabel(say("console.gate.noGoReason")).fill("We look at the orders first");
    await press(dialog, say("console.gate.noGoHold"));
    await expect(dialog).toBeHidden();
    await expect(wall.getByRole("heading", { name: say("wall.now.held"), exact: true })).toBeVisible();
    await expect(wall.getByText("We look at the orders first")).toBeVisible();
    await expect(devops.page.getByText("We look at the orders first").first()).toBeVisible();
  });

  await test.step("the release goes on, the vote is opened again, and this time it is GO", async () => {
    await press(manager.page, say("console.next.resume"));
    await press(manager.page, say("console.gate.reopen"));
    await expect(
      manager.page.getByRole("heading", { name: new RegExp(say("console.gate.round", { n: 2 })) }),
    ).toBeVisible();
    for (const step of ["Grafana Dashboard", "实时日志查看", "告警检查"]) await manager.doStep(step);
    await qa.voteGo("QA Lead");
    await voteGo(night, "gate:2", ["lisi", "wangwu", "zhaoliu"]);
    await manager.voteGo("发布经理");
    await manager.completeStage("监控观察（5%流量）");
    await manager.decideGo(say("console.go.switchTo", { share: 25 }), say("console.timeline.gate", { n: 2 }));
    await devops.startStage("25% 灰度发布");
    await devops.completeStage("25% 灰度发布");
    await expect(wall.getByText(/25%/).first()).toBeVisible();
    await expect.poll(async () => (await desk.view(releaseId)).state.traffic.wanted).toBe(25);
  });

  await test.step("DevOps rolls back with one held button, and everybody sees it", async () => {
    const rollback = devops.button(new RegExp(`^${say("console.bar.rollbackName")}`));
    await holdUntil(rollback, devops.page.getByRole("heading", { name: say("console.rollback.title"), exact: true }));
    await expect(wall.getByRole("heading", { name: say("wall.now.rollingBack"), exact: true })).toBeVisible();
    await expect(wall.getByText(say("wall.now.fromShare", { share: 25 }))).toBeVisible();
    await expect(wall.getByText(say("wall.now.target", { minutes: 5 }), { exact: true })).toBeVisible();
    const question = devops.page.getByRole("form", { name: say("console.afterthought.rollback") });
    await question.getByLabel(say("console.afterthought.rollback")).fill("Error rate 1.4 %");
    await press(question, say("console.afterthought.save"));
    await expect(question).toBeHidden();
  });

  await test.step("the way back, step by step, and what is left to do afterwards", async () => {
    const { plan } = await desk.view(releaseId);
    for (const { name } of plan.rollback?.steps ?? []) {
      await press(rowOf(manager.page, name), say("console.rollback.stepDone"));
      await expect(rowOf(manager.page, name).getByText(/done by 张三/)).toBeVisible();
      await expect(wall.getByText(name).first()).toBeVisible();
    }
    await press(manager.page.locator("footer"), say("console.next.rollbackComplete"));
    await expect(wall.getByRole("heading", { name: say("wall.now.rolledBack"), exact: true })).toBeVisible();
    const first = rowOf(manager.page, "根因分析");
    await press(first, say("console.followup.complete"));
    const act = say("console.followup.complete");
    await answerDialog(manager.page, { field: say("console.followup.note"), text: "A missing index", act });
    await expect(first.getByText("A missing index")).toBeVisible();
  });

  const { state } = await desk.view(releaseId);
  expect(state.status).toBe("rolled_back");
  expect(state.traffic.wanted).toBe(0);
  expect(Object.keys(state.followups)).toHaveLength(1);
  const types = (await desk.events(releaseId)).map(({ type }) => type);
  expect(types.filter((type) => type === "gate.opened")).toHaveLength(3);
  expect(types.filter((type) => type === "rollback.step_done")).toHaveLength(5);
  expect(types.filter((type) => type === "rollback.started")).toHaveLength(1);
});
