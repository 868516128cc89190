import { expect } from "@playwright/test";
import { openLive, openWall, rowOf } from "../fixtures/acts";
import { consoleActs } from "../fixtures/console-acts";
import { openDesk } from "../fixtures/desk";
import { makeReady } from "../fixtures/invite-everybody";
import { doStage, startStage } from "../fixtures/night";
import { ADMINISTRATOR, installProduct, verifyLog } from "../fixtures/product";
import { test } from "../fixtures/test";
import { words } from "../fixtures/words";

const say = words("zh-CN");
const BACKUP = "数据库全量备份";
const [FIRST, SECOND, THIRD] = ["全量备份（所有数据库）", "验证备份文件", "测试恢复（从库）"] as const;

test("killed in the middle of a rehearsal and started again, the night goes on where it was", async ({ browser }) => {
  test.setTimeout(240_000);
  const product = await installProduct(ADMINISTRATOR);
  const { address } = product;
  try {
    await product.start();
    const ready = await makeReady(address);
    const desk = openDesk(address, ready);
    const releaseId = await desk.createRehearsal({ speed: 10 });
    const { seq } = await desk.view(releaseId);
    const override = "The checklist is another flow's.";
    await desk.give("zhangsan", releaseId, { type: "release.start", expectedSeq: seq, override });
    await doStage({ desk, releaseId }, "stage:1");
    await startStage({ desk, releaseId }, "stage:2");

    const options = { baseURL: address, locale: "zh-CN", storageState: ready.people.wangwu.storage };
    const context = await browser.newContext(options);
    const dba = consoleActs(await context.newPage());
    const wall = await context.newPage();
    await openLive(dba.page, `/releases/${releaseId}`);
    await openWall(wall, `/wall/${releaseId}`);
    await dba.doStep(FIRST);
    await expect(rowOf(dba.page, FIRST).getByText(/王五 .+ 完成/)).toBeVisible();
    const before = await desk.view(releaseId);

    await product.kill();
    await expect(dba.page.getByText(say("console.link.lostTitle"))).toBeVisible();
    await expect(wall.getByText(say("wall.link.shown").split("{")[0] ?? "")).toBeVisible();

    await product.start();
    await expect(dba.page.getByText(say("console.link.live"), { exact: true })).toBeVisible();
    await expect(dba.page.getByText(say("console.link.lostTitle"))).toBeHidden();
    await expect(wall.getByText(say("wall.lamp.link.live"))).toBeVisible();
    const after = await desk.view(releaseId);
    expect(after.state).toEqual(before.state);
    await expect(rowOf(dba.page, FIRST).getByText(/王五 .+ 完成/)).toBeVisible();

    for (const step of [SECOND, THIRD]) await dba.doStep(step);
    await dba.completeStage(BACKUP);
    await expect(
      wall.getByRole("heading", { name: say("wall.now.nextUp", { stage: "部署 v1.0 到绿环境" }) }),
    ).toBeVisible();
    const events = await desk.events(releaseId);
    expect(events.map((event) => event.seq)).toEqual(Array.from(events, (_, index) => index + 1));
    expect(await verifyLog(releaseId, product.dataDir)).toContain(`${events.length} events`);
    await context.close();
    await desk.close();
  } finally {
    await product.end();
  }
});
