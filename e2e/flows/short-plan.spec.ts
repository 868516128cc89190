import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect } from "@playwright/test";
import { answerDialog, answers, openLive, press } from "../fixtures/acts";
import { signItem } from "../fixtures/checklist-acts";
import { consoleActs } from "../fixtures/console-acts";
import { PASSWORD } from "../fixtures/crew";
import { test } from "../fixtures/test";
import { words } from "../fixtures/words";

const say = words("en");
const SOURCE = readFileSync(resolve("e2e/fixtures/short-plan.md"), "utf8");

test("a short plan at ×1: pasted, rehearsed by one person in every role, completed and closed", async ({
  enter,
  desk,
}) => {
  const page = await enter(null, { language: "en", theme: "light" });
  await page.goto("/plans/import");
  await answers(page);
  await page.getByLabel(say("door.field.usernameOrEmail")).fill("zhangsan");
  await page.getByLabel(say("door.field.password"), { exact: true }).fill(PASSWORD);
  await press(page, say("door.signIn.submit"));

  // Signed in, one is where one wanted to go.
  await page.waitForURL(/\/plans\/import$/);
  await answers(page);
  await page.getByLabel(say("plans.import.field")).fill(SOURCE);
  await press(page, say("plans.import.save"));
  await page.waitForURL(/\/plans\/[^/]+\?version=/);
  await page.getByRole("link", { name: say("plans.createRelease") }).click();
  await page.getByLabel(say("common.mode.rehearsal")).waitFor();
  await answers(page);
  await page.getByLabel(say("common.mode.rehearsal")).check();
  await press(page, "×1");
  await page.getByRole("button", { name: /open ones/ }).click();
  await press(page, say("plans.release.create.rehearsal"));
  await page.waitForURL(/\/releases\/[^/]+$/);
  const path = new URL(page.url()).pathname;

  await openLive(page, `${path}/checklist`, "en");
  for (const item of ["The fix is reviewed", "All tests are green"]) await signItem(page, item, {}, "en");
  await openLive(page, path, "en");
  const one = consoleActs(page, "en");
  await press(page.getByRole("region", { name: say("console.preparing.conditions") }), say("console.preparing.start"));
  await one.startStage("Kick-off call");
  await one.completeStage("Kick-off call");
  await one.startStage("Deploy v4.3.1 to the idle pool");
  for (const role of ["Release Manager", "SRE", "QA Lead"]) await one.voteGo(role);
  await one.doStep("Deploy");
  await one.completeStage("Deploy v4.3.1 to the idle pool");
  await one.decideGo(say("console.go.switchTo", { share: 100 }), say("console.timeline.gate", { n: 1 }));
  await one.startStage("Full traffic");
  await one.doStep("Full rollout");
  await one.completeStage("Full traffic");
  await one.startStage("Regression test");
  for (const role of ["Release Manager", "SRE", "QA Lead"]) await one.voteGo(role);
  await one.completeStage("Regression test");
  await one.decideGo(say("phrases.word.completion"), say("console.timeline.completionGate"));
  await press(page.locator("footer"), say("console.next.complete"));

  const early = say("console.observing.completeEarly");
  await press(page, early);
  await answerDialog(page, { field: say("console.observing.note"), text: "Quiet", act: early });
  const met = say("console.observing.judgeMet");
  await press(page, met);
  await answerDialog(page, { field: say("console.observing.evidence"), text: "0.05 % on the dashboard", act: met });
  await press(page.locator("footer"), say("console.next.close"));
  await expect(page.getByRole("heading", { name: say("console.ended.closed"), exact: true })).toBeVisible();

  const { state } = await desk.view(path.split("/").at(-1) ?? "");
  expect(state.status).toBe("closed");
  expect(state.clock.speed).toBe(1);
  expect(state.traffic.wanted).toBe(100);
});
