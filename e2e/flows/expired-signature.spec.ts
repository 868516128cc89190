import { expect } from "@playwright/test";
import { openLive, openWall } from "../fixtures/acts";
import { itemRow, signItem } from "../fixtures/checklist-acts";
import { openJudgedNight, seenWell } from "../fixtures/judged-night";
import { reachFirstGate, signEverything, voteGo } from "../fixtures/night";
import { test } from "../fixtures/test";
import { words } from "../fixtures/words";

const say = words("zh-CN");
const ITEM = "数据库主从复制验证（延迟 < 100ms）";
const SECTION = "基础设施检查";
/** The gate stands open for half an hour, which is three minutes here: nothing of this has to hurry. */
const SPEED = 10;
/** A false signature is told after two rounds; the watch of a busy machine may be late. */
const NOTICED = { timeout: 90_000 } as const;

test("replication that lags makes the signature expire that it does not: the gate shuts until somebody signs again", async ({
  enter,
  desk,
  ready,
}) => {
  test.setTimeout(240_000);
  const night = await openJudgedNight(desk, ready, SPEED);
  const { releaseId } = night;
  const { plan } = await desk.view(releaseId);
  const item = plan.sections.flatMap(({ items }) => items).find(({ text }) => text === ITEM);
  const probe = plan.checks.find(({ text }) => text === ITEM);
  if (item === undefined || probe === undefined) throw new Error("The sample plan does not measure this item.");
  const itemNow = async () => (await desk.view(releaseId)).state.items[item.id];
  const measured = async () => (await desk.view(releaseId)).state.checks[probe.id]?.verdict;

  const unsigned = new RegExp(`「${SECTION}」\\d+ 项中还有 1 项未签核`);
  const path = `/releases/${releaseId}`;
  const checklist = await enter("zhaoliu");
  const manager = await enter("zhangsan");
  const wall = await enter("lisi", { options: { viewport: { width: 1920, height: 1080 } } });
  await openLive(checklist, `${path}/checklist`);
  await openLive(manager, path);
  await openWall(wall, `/wall/${releaseId}`);

  await test.step("signed, and the first gate open", async () => {
    await signEverything(night, [ITEM]);
    await signItem(checklist, ITEM);
    await reachFirstGate(night);
    await seenWell(night);
    await voteGo(night, "gate:1");
  });
  const go = manager.getByRole("button", {
    name: say("console.go.label", { act: say("console.go.switchTo", { share: 5 }) }),
    exact: true,
  });
  await expect(go).toBeEnabled(NOTICED);

  await test.step("it lags: the signature is gone on every screen, its owner is called, and the gate is shut", async () => {
    await desk.give("zhangsan", releaseId, { type: "fault.inject", fault: "replication_lag" });
    const call = wall.locator(".w-call");
    await expect(call).toContainText(say("wall.call.kind.item", { subject: ITEM }), NOTICED);
    await expect(wall.getByText(unsigned)).toBeVisible();
    await expect(wall.locator(".w-check").filter({ hasText: ITEM })).toHaveAttribute("data-verdict", "failed");
    await expect(wall).toHaveTitle(/^▲/);
    await expect(
      manager.getByRole("status").filter({ hasText: say("watch.call.kind.item", { subject: ITEM }) }),
    ).toBeVisible();
    await expect(itemRow(checklist, ITEM).getByText(expiredAt())).toBeVisible();
    await expect(go).toBeDisabled();
    await expect(manager.getByText(unsigned).first()).toBeVisible();
    expect(await itemNow()).toMatchObject({ status: "open", expired: { by: { kind: "system" } } });
  });

  await test.step("it no longer lags: signed again, the gate opens", async () => {
    await desk.give("zhangsan", releaseId, { type: "fault.clear", fault: "replication_lag" });
    await expect.poll(measured, NOTICED).toBe("passed");
    await signItem(checklist, ITEM);
    await expect(itemRow(checklist, ITEM).getByText(measuredThen())).toBeVisible();
    await expect(wall.locator(".w-call")).toBeHidden();
    await expect(go).toBeEnabled(NOTICED);
    expect(await itemNow()).toMatchObject({ status: "signed", signed: { probe: { verdict: "passed" } } });
  });

  const types = (await desk.events(releaseId)).map(({ type }) => type);
  expect(types.filter((type) => type === "item.expired")).toHaveLength(1);
  expect(types.filter((type) => type === "call.raised")).toHaveLength(1);
  expect(types).not.toContain("gate.decided");
});

/** What the row says before the value that was measured. */
function measuredThen(): string {
  return say("checklist.measured").split("{")[0] ?? "";
}

function expiredAt(): string {
  return say("checklist.expired").split("{")[0] ?? "";
}
