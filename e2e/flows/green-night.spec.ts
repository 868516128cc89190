import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, type Page } from "@playwright/test";
import type { GateId } from "@/lib/domain/plan/ids";
import { openLive, openWall } from "../fixtures/acts";
import { openJudgedNight, seenWell, shiftTo } from "../fixtures/judged-night";
import {
  doStage,
  finishStage,
  insist,
  type Night,
  reachFirstGate,
  signEverything,
  startStage,
  voteGo,
} from "../fixtures/night";
import { verifyLog } from "../fixtures/product";
import { test } from "../fixtures/test";
import { words } from "../fixtures/words";

const say = words("zh-CN");
/** The soak of either stage is a quarter of a minute; a busy machine may need more. */
const SOAK = 150_000;
/** The sample plan but for how long its two observations last: what is to be proved takes minutes of this traffic, not an hour. */
const SOAKS = [
  ["监控观察（5%流量） | 全员 | 30min", "监控观察（5%流量） | 全员 | 12min"],
  ["监控观察（25%流量） | 全员 | 50min", "监控观察（25%流量） | 全员 | 12min"],
] as const;

function nightPlan(): string {
  const parts = ["scm-v1.0.0-mvp.zh-CN.md", "scm-v1.0.0-mvp.checks.zh-CN.md"];
  const source = parts.map((name) => readFileSync(resolve("prisma/sample", name), "utf8")).join("");
  return SOAKS.reduce((text, [written, instead]) => {
    expect(text).toContain(written);
    return text.replace(written, instead);
  }, source);
}

const REQUIRED = ["check:1.1", "check:1.2", "check:1.3", "check:1.4"] as const;

/** Everybody votes, and the manager holds GO as soon as everything that it needs is so. Should something come between, once more. */
async function goThrough(
  night: Night,
  manager: Page,
  { gate, act, name }: { gate: GateId; act: string; name: string },
) {
  const go = manager.getByRole("button", { name: say("console.go.label", { act }), exact: true });
  const timeline = manager.getByRole("navigation", { name: say("console.timeline.title"), exact: true });
  const decided = timeline.getByText(`${name} · ${say("console.timeline.outcome.go")} · `);
  await expect(async () => {
    // On a slow machine the last attempt may have been heard after it was given up.
    if (await decided.isVisible()) return;
    await voteGo(night, gate);
    await expect(go).toBeEnabled({ timeout: 5_000 });
    await go.hover();
    await manager.mouse.down();
    await expect(decided)
      .toBeVisible({ timeout: 8_000 })
      .finally(() => manager.mouse.up());
  }).toPass({ timeout: SOAK });
}

/** A shift, and the stage behind it, to its end: with what is measured there all required checks have passed. */
async function shiftAndSoak(
  night: Night,
  { shift, share, soak }: { shift: "stage:5" | "stage:7" | "stage:9"; share: number; soak: `stage:${number}` },
): Promise<void> {
  await startStage(night, shift);
  await shiftTo(night, share);
  await finishStage(night, shift);
  await startStage(night, soak);
  await finishStage(night, soak, SOAK);
}

async function allPass({ desk, releaseId }: Night, wall: Page): Promise<void> {
  const verdicts = async () => {
    const { checks } = (await desk.view(releaseId)).state;
    return REQUIRED.map((id) => checks[id]?.verdict);
  };
  await expect.poll(verdicts, { timeout: SOAK }).toEqual(REQUIRED.map(() => "passed"));
  await expect(wall.locator('.w-check[data-verdict="failed"]')).toHaveCount(0);
  await expect(wall.locator(".w-call")).toBeHidden();
}

test("a night that is well stays green to its end: every gate opens on what was measured, and nobody is called", async ({
  enter,
  desk,
  ready,
}) => {
  test.setTimeout(600_000);
  const judgedVersionId = await desk.importPlan(nightPlan());
  const night = await openJudgedNight(desk, { ...ready, judgedVersionId });
  const { releaseId } = night;
  const manager = await enter("zhangsan");
  const wall = await enter("lisi", { options: { viewport: { width: 1920, height: 1080 } } });
  await openLive(manager, `/releases/${releaseId}`);
  await openWall(wall, `/wall/${releaseId}`);
  const gate = (n: number) => say("console.timeline.gate", { n });
  const switchTo = (share: number) => say("console.go.switchTo", { share });

  await test.step("up to 5 %", async () => {
    await signEverything(night);
    await reachFirstGate(night);
    await seenWell(night);
    await goThrough(night, manager, { gate: "gate:1", act: switchTo(5), name: gate(1) });
  });
  await test.step("5 %, and on to 25 %", async () => {
    await shiftAndSoak(night, { shift: "stage:5", share: 5, soak: "stage:6" });
    await allPass(night, wall);
    await goThrough(night, manager, { gate: "gate:2", act: switchTo(25), name: gate(2) });
  });
  await test.step("25 %, and on to everything", async () => {
    await shiftAndSoak(night, { shift: "stage:7", share: 25, soak: "stage:8" });
    await allPass(night, wall);
    await goThrough(night, manager, { gate: "gate:3", act: switchTo(100), name: gate(3) });
  });
  await test.step("100 %, and completed", async () => {
    await shiftAndSoak(night, { shift: "stage:9", share: 100, soak: "stage:10" });
    await allPass(night, wall);
    const [act, name] = [say("phrases.word.completion"), say("console.timeline.completionGate")];
    await goThrough(night, manager, { gate: "gate:completion", act, name });
    await doStage(night, "stage:11");
    await insist(night, "zhangsan", ({ seq }) => ({ type: "release.complete", expectedSeq: seq }));
    await expect(wall.getByText(say("wall.now.windowsDone", { done: 0, total: 4 }))).toBeVisible();
  });

  const events = await desk.events(releaseId);
  const decided = events.flatMap((event) => (event.type === "gate.decided" ? [event.payload.decision] : []));
  expect(decided).toEqual(["go", "go", "go", "go"]);
  const failed = events.filter((event) => event.type === "check.verdict" && event.payload.verdict === "failed");
  expect(failed).toEqual([]);
  const types = new Set(events.map(({ type }) => type));
  for (const never of [
    "call.raised",
    "trigger.proposed",
    "gate.overridden",
    "source.lost",
    "rollback.started",
  ] as const)
    expect(types).not.toContain(never);
  const { state } = await desk.view(releaseId);
  expect(state).toMatchObject({ status: "observing", blind: null, traffic: { wanted: 100, inBand: true } });
  expect(await verifyLog(releaseId)).toContain(`${events.length} events`);
});
