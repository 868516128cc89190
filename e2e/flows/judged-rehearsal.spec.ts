import { expect, type Page } from "@playwright/test";
import type { ReleaseEvent } from "@/lib/domain/release/events";
import { openLive, openWall, press } from "../fixtures/acts";
import type { Ready } from "../fixtures/crew";
import type { Desk } from "../fixtures/desk";
import { openJudgedNight, seenWell, servingCheck, shiftTo } from "../fixtures/judged-night";
import { type Night, reachFirstShift, startStage } from "../fixtures/night";
import { test } from "../fixtures/test";
import { words } from "../fixtures/words";

const say = words("zh-CN");
const WALL = { options: { viewport: { width: 1920, height: 1080 } } } as const;
/** A gate stands open for a minute and a half here, and a round comes three times in two seconds: nothing of this has to hurry. */
const SPEED = 20;
/** What the watch sees, it sees within seconds; a machine that is busy with other nights may be late. */
const NOTICED = { timeout: 90_000 } as const;

/** A rehearsal with 5 % of the simulated shop's traffic on the new version, judged and found to be well. */
async function reachCanary(desk: Desk, ready: Ready): Promise<Night> {
  const night = await openJudgedNight(desk, ready, SPEED);
  await reachFirstShift(night, () => seenWell(night));
  await startStage(night, "stage:5");
  await shiftTo(night, 5);
  return night;
}

/** The name of the rehearsal's own source. */
const SHOP = "simulated shop";

const reaction = (wall: Page) => wall.locator(".w-reaction");

async function eventsOf({ desk, releaseId }: Night): Promise<ReleaseEvent[]> {
  return desk.events(releaseId);
}

const isFailure = (event: ReleaseEvent) => event.type === "check.verdict" && event.payload.verdict === "failed";

function seqOf(events: ReleaseEvent[], is: (event: ReleaseEvent) => boolean): number {
  const found = events.find(is);
  if (found === undefined) throw new Error("The log has no such event.");
  return found.seq;
}

test("1 % of errors on the canary are caught: somebody takes the call, the rollback is planned, and the wall tells the seconds", async ({
  enter,
  desk,
  ready,
}) => {
  test.setTimeout(300_000);
  const night = await reachCanary(desk, ready);
  const path = `/releases/${night.releaseId}`;
  const manager = await enter("zhangsan");
  const devops = await enter("zhaoliu");
  const wall = await enter("lisi", WALL);
  await openLive(manager, `${path}?tab=metrics`);
  await openLive(devops, path);
  await openWall(wall, `/wall/${night.releaseId}`);
  const fault = say("phrases.word.canary_errors");
  await manager.getByRole("button", { name: say("watch.rehearsal.open") }).click();
  await manager.getByRole("button", { name: `1% ${say("watch.fault.injectNamed", { fault })}`, exact: true }).click();
  await manager.keyboard.press("Escape");

  const subject = "错误率 0.1% - 1%";
  await expect(wall.getByText(say("wall.call.kind.P1", { subject }))).toBeVisible(NOTICED);
  await expect(wall).toHaveTitle(/^▲/);
  await expect(devops.getByText(say("watch.call.kind.P1", { subject }))).toBeVisible();
  await press(devops, say("watch.call.take"));
  await expect(wall.getByText(say("wall.call.taken", { who: "赵六" }), { exact: true })).toBeVisible();

  const notice = manager.getByRole("status").filter({ hasText: subject });
  await press(notice, say("console.rollback.scheduleIt"));
  const dialog = manager.getByRole("dialog");
  await dialog.getByLabel(say("console.rollback.scheduleMinutes")).fill("3");
  await dialog.getByLabel(say("console.reason.label")).fill("灰度错误率 1%");
  await press(dialog, say("console.rollback.scheduleIt").replace(/…$/u, ""));
  await expect(wall.getByRole("heading", { name: say("wall.now.rollingBack"), exact: true })).toBeVisible(NOTICED);
  await expect(reaction(wall)).toContainText(/→ \d+ s 流量退回/, NOTICED);

  const events = await eventsOf(night);
  const chain = [
    seqOf(events, ({ type }) => type === "fault.injected"),
    seqOf(events, isFailure),
    seqOf(events, ({ type }) => type === "call.raised"),
    seqOf(events, ({ type }) => type === "call.acknowledged"),
    seqOf(events, ({ type }) => type === "rollback.started"),
    seqOf(events, (event) => event.type === "traffic.in_band" && event.payload.wanted === 0),
  ];
  expect(chain).toEqual(chain.toSorted((a, b) => a - b));
});

test("armed, a P0 is rolled back by the system, and the wall tells the seconds", async ({ enter, desk, ready }) => {
  test.setTimeout(300_000);
  const night = await reachCanary(desk, ready);
  const manager = await enter("zhangsan");
  const wall = await enter("lisi", WALL);
  await openLive(manager, `/releases/${night.releaseId}?tab=metrics`);
  await openWall(wall, `/wall/${night.releaseId}`);
  await press(manager, say("console.rollback.arm"));
  await expect(wall.getByText(say("wall.rollback.armed"))).toBeVisible();
  await desk.give("zhangsan", night.releaseId, { type: "fault.inject", fault: "canary_errors", percent: 2 });
  await expect(wall.getByRole("heading", { name: say("wall.now.rollingBack"), exact: true })).toBeVisible(NOTICED);
  await expect(reaction(wall)).toContainText(/→ \d+ s 流量退回/, NOTICED);
  const started = (await eventsOf(night)).find(({ type }) => type === "rollback.started");
  expect(started).toMatchObject({ actor: { kind: "system" }, payload: { trigger: "trigger:p0-1", fromShare: 5 } });
});

test("with the source gone everything is frozen: nothing rolls back or advances, somebody is called, and sight comes back", async ({
  enter,
  desk,
  ready,
}) => {
  test.setTimeout(300_000);
  const night = await reachCanary(desk, ready);
  const { releaseId } = night;
  await desk.give("zhangsan", releaseId, { type: "rollback.arm" });
  const wall = await enter("lisi", WALL);
  const manager = await enter("zhangsan");
  await openWall(wall, `/wall/${releaseId}`);
  await openLive(manager, `/releases/${releaseId}`);
  await desk.give("zhangsan", releaseId, { type: "fault.inject", fault: "source_down" });
  const bar = wall.locator(".w-call");
  const stateNow = async () => (await desk.view(releaseId)).state;
  // Nothing is seen: everything is frozen, and a countdown to a call stands on every screen. It runs in real time.
  await expect.poll(async () => (await stateNow()).blind?.source, NOTICED).toBe(SHOP);
  await expect(bar).toContainText(say("wall.call.what.source"));
  await expect(bar).toHaveAttribute("data-level", /^(?:blind|open)$/u);
  await expect(manager.getByRole("status").filter({ hasText: say("watch.call.what.source") })).toBeVisible();

  await expect.poll(async () => Object.keys((await stateNow()).calls), { timeout: 150_000 }).toHaveLength(1);
  await expect(bar).toHaveAttribute("data-level", /^(?:open|escalated)$/u);
  await expect(wall).toHaveTitle(/^▲/);
  const state = await stateNow();
  expect(state.blind).not.toBeNull();
  expect(state.rollback.started).toBeNull();
  expect(state.traffic.wanted).toBe(5);
  expect(state.stages["stage:5"]?.status).toBe("running");

  await desk.give("zhangsan", releaseId, { type: "fault.clear", fault: "source_down" });
  await expect
    .poll(async () => {
      const { blind, calls } = await stateNow();
      return { blind, calls: Object.keys(calls) };
    }, NOTICED)
    .toEqual({ blind: null, calls: [] });
  await expect(bar).toBeHidden();
  const types = (await eventsOf(night)).map(({ type }) => type);
  expect(types).toContain("source.found");
  expect(types).not.toContain("rollback.started");
});

test("a dead canary is red although no user sees an error", async ({ enter, desk, ready }) => {
  test.setTimeout(300_000);
  const night = await reachCanary(desk, ready);
  const { releaseId } = night;
  const wall = await enter("lisi", WALL);
  await openWall(wall, `/wall/${releaseId}`);
  await desk.give("zhangsan", releaseId, { type: "fault.inject", fault: "canary_dead" });
  const { plan } = await desk.view(releaseId);
  const serving = servingCheck(plan);
  const tile = wall.locator(".w-check").filter({ hasText: serving.text });
  await expect(tile).toHaveAttribute("data-verdict", "failed", NOTICED);
  await expect(tile).toContainText(say("wall.verdict.failed"));
  await expect(wall.getByText(say("wall.lamp.traffic.out"))).toBeVisible();
  const { state } = await desk.view(releaseId);
  const errors = plan.checks.filter(({ measure }) => measure?.kind === "rate" || measure?.kind === "evidence");
  expect(errors.filter(({ id }) => state.checks[id]?.verdict === "failed")).toEqual([]);
});
