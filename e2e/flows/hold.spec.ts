import { expect } from "@playwright/test";
import { openLive, openWall, press, rowOf } from "../fixtures/acts";
import { consoleActs } from "../fixtures/console-acts";
import { reachFirstShift, startStage } from "../fixtures/night";
import { test } from "../fixtures/test";
import { words } from "../fixtures/words";

const say = words("zh-CN");
const SHIFT = "5% 灰度发布";

test("a hold in the middle of a shift stops all that goes forward, and the shift goes on after it", async ({
  enter,
  desk,
}) => {
  const releaseId = await desk.createRehearsal({ speed: 60 });
  const night = { desk, releaseId };
  await reachFirstShift(night);
  await startStage(night, "stage:5");
  const path = `/releases/${releaseId}`;
  const manager = consoleActs(await enter("zhangsan"));
  const devops = consoleActs(await enter("zhaoliu"));
  const qa = consoleActs(await enter("sunqi"));
  const wall = await enter("lisi", { options: { viewport: { width: 1920, height: 1080 } } });
  await Promise.all([manager, devops, qa].map(({ page }) => openLive(page, path)));
  await openWall(wall, `/wall/${releaseId}`);

  await press(rowOf(devops.page, "Nginx 配置（权重）"), say("console.step.start"));
  await press(qa.page.locator("footer"), say("console.bar.hold"));
  await expect(devops.page.getByText(/已暂停 · .+ 由 孙七/)).toBeVisible();
  await expect(wall.getByRole("heading", { name: say("wall.now.held"), exact: true })).toBeVisible();
  await expect(wall.getByText(say("wall.now.heldIn", { stage: SHIFT }))).toBeVisible();
  const question = qa.page.getByRole("form", { name: say("console.afterthought.hold") });
  await question.getByLabel(say("console.afterthought.hold")).fill("错误日志里有新东西");
  await press(question, say("console.afterthought.save"));
  await expect(wall.getByText(/错误日志里有新东西/)).toBeVisible();

  // Nothing new begins and nothing is completed but what was under way already.
  await expect(devops.button(say("console.stage.complete"), devops.stage(SHIFT))).toBeDisabled();
  await expect(devops.button(say("console.step.start"), rowOf(devops.page, "重载 Nginx"))).toBeDisabled();
  await press(rowOf(devops.page, "Nginx 配置（权重）"), say("console.step.complete"));
  await expect(wall.getByRole("heading", { name: say("wall.now.held"), exact: true })).toBeVisible();
  await expect
    .poll(async () => (await desk.view(releaseId)).state.stages["stage:5"]?.steps["step:4.1"]?.status)
    .toBe("done");

  await press(manager.page.locator("footer"), say("console.next.resume"));
  await expect(wall.getByRole("heading", { name: SHIFT, exact: true })).toBeVisible();
  for (const step of ["重载 Nginx", "验证流量分配"]) await devops.doStep(step);
  await devops.completeStage(SHIFT);
  await expect(wall.getByText("设定 5%")).toBeVisible();

  const { state } = await desk.view(releaseId);
  expect(state.status).toBe("running");
  expect(state.stages["stage:5"]?.runs).toBe(1);
  const types = (await desk.events(releaseId)).map(({ type }) => type);
  expect(types.filter((type) => type === "release.held" || type === "release.resumed")).toHaveLength(2);
});
