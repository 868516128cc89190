import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, type Page } from "@playwright/test";
import { goTo, holdUntil, openLive, openWall, press, rowOf } from "../fixtures/acts";
import { insist } from "../fixtures/night";
import { startOwnRunner } from "../fixtures/own-runner";
import { test } from "../fixtures/test";
import { shaped, words } from "../fixtures/words";

const say = words("en");
const CHAPTER =
  "## Runner actions\n\n| Work | Action | Labels |\n| --- | --- | --- |\n| Step 1.1 | push-image | LABEL |\n";
/** Writes in colour, and goes on when the flow lets it: nothing here waits for a clock. */
const PUSH = `wait_for() { while [ ! -e "$1/$2" ]; do sleep 0.05; done; }
printf 'pushing \\e[32mv4.3.1\\e[0m\\n'
wait_for "$1" half
echo 'layer 1 of 2 is there'
wait_for "$1" all
echo 'layer 2 of 2 is there'`;
const WROTE = "pushing \u001b[32mv4.3.1\u001b[0m\nlayer 1 of 2 is there\nlayer 2 of 2 is there\n";

/** The administrator lets a runner in on its page, and copies the token that is shown this once. */
async function letIn(page: Page, name: string, label: string): Promise<string> {
  await goTo(page, "/settings/runners");
  await press(page, say("settings.runners.create"));
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel(say("settings.runners.name")).fill(name);
  await dialog.getByLabel(say("settings.runners.environment")).fill("e2e");
  await dialog.getByLabel(say("settings.runners.labels")).fill(label);
  await press(dialog, say("settings.runners.submit"));
  const token = await dialog.getByLabel(say("settings.runners.token"), { exact: true }).textContent();
  await press(dialog, say("settings.kept"));
  return (token ?? "").trim();
}

async function run(page: Page, opener: string): Promise<void> {
  await press(rowOf(page, "Deploy"), say(opener));
  const question = page.getByRole("alertdialog");
  await expect(question.getByText(say("jobs.runAction", { action: "push-image" }))).toBeVisible();
  await press(question, say(opener).replace(/…$/u, ""));
}

test("a step is left to a runner: seen live, ended by its owner, run again, and kept with the release", async ({
  enter,
  desk,
  baseURL,
}) => {
  const label = `e2e-${randomUUID().slice(0, 8)}`;
  const source = readFileSync(resolve("e2e/fixtures/short-plan.md"), "utf8");
  const planVersionId = await desk.importPlan(`${source}\n${CHAPTER.replace("LABEL", label)}`);
  const releaseId = await desk.createRehearsal({
    speed: 1,
    planVersionId,
    roles: [
      { role: "role:release-manager", member: "zhangsan" },
      { role: "role:sre", member: "zhaoliu" },
      { role: "role:qa", member: "sunqi" },
    ],
  });
  const night = { desk, releaseId };
  const { plan } = await desk.view(releaseId);
  for (const { id } of plan.sections.flatMap((section) => section.items)) {
    await desk.give("sunqi", releaseId, { type: "item.sign", item: id });
  }
  await insist(night, "zhangsan", ({ seq }) => ({ type: "release.start", expectedSeq: seq }));
  await insist(night, "zhangsan", ({ seq }) => ({ type: "stage.start", stage: "stage:1", expectedSeq: seq }));
  await insist(night, "zhangsan", ({ seq }) => ({ type: "stage.complete", stage: "stage:1", expectedSeq: seq }));
  await insist(night, "zhaoliu", ({ seq }) => ({ type: "stage.start", stage: "stage:2", expectedSeq: seq }));

  const owner = await enter("zhaoliu", { language: "en" });
  await openLive(owner, `/releases/${releaseId}`, "en");
  await run(owner, "jobs.run");
  const row = rowOf(owner, "Deploy");
  await expect(row.getByText(say("jobs.look.waiting"))).toBeVisible();
  await expect(row.getByText(say("jobs.labels", { labels: label }))).toBeVisible();

  const administrator = await enter("administrator", { language: "en" });
  const token = await letIn(administrator, label, label);
  const host = { address: baseURL ?? "", token, name: label, environment: "e2e", labels: [label] };
  const runner = await startOwnRunner({ ...host, actions: { "push-image": PUSH } });
  try {
    await expect(row.getByText(say("jobs.look.running"), { exact: true })).toBeVisible();
    await expect(row.getByText("pushing v4.3.1")).toBeVisible();
    const wall = await enter("zhangsan", { language: "en", options: { viewport: { width: 1920, height: 1080 } } });
    await openWall(wall, `/wall/${releaseId}`, "en");
    await expect(wall.getByText("pushing v4.3.1")).toBeVisible();
    await expect(administrator.getByText(say("settings.runners.heard.here"))).toBeVisible();

    // Its colours are elements, and what it writes next arrives without being asked for.
    await press(row, say("jobs.output"));
    const lines = owner.getByRole("region", { name: say("jobs.lines") });
    await expect(lines.locator("span", { hasText: /^v4\.3\.1$/ })).toHaveClass(/output-ink/);
    await runner.put("half");
    await expect(lines.getByText("layer 1 of 2 is there")).toBeVisible();
    await expect(wall.getByText("layer 1 of 2 is there")).toBeVisible();
    await owner.getByLabel(say("jobs.search")).fill("LAYER");
    await expect(owner.getByText("1 line", { exact: true })).toBeVisible();
    await owner.keyboard.press("Enter");
    await expect(owner.getByText(say("jobs.hits", { at: 1, of: 1 }))).toBeVisible();
    await expect(lines.locator("mark")).toHaveText("layer");

    const cancelled = owner.getByText(say("jobs.look.cancelled"), { exact: true });
    await holdUntil(owner.getByRole("button", { name: say("jobs.cancel"), exact: true }), cancelled);
    await press(owner, say("jobs.back"));
    await runner.put("all");
    await run(owner, "jobs.runAgain");
    await expect(row.getByText(shaped(say("console.step.ended.done")))).toBeVisible();
    await expect(row.getByText(say("jobs.look.succeeded"), { exact: true })).toBeVisible();

    const { state } = await desk.view(releaseId);
    expect(state.jobs["job:1"]?.ended).toMatchObject({ outcome: "cancelled" });
    expect(state.jobs["job:2"]?.ended).toMatchObject({ outcome: "succeeded", exitCode: 0, counted: true });
    const kept = await owner.request.get(`/api/v1/releases/${releaseId}/jobs/2/output?as=file`);
    // The runner's own head says what was run; behind it stands every byte.
    expect((await kept.text()).endsWith(WROTE)).toBe(true);
    // The report leads back to it.
    await goTo(owner, `/releases/${releaseId}/report`);
    await owner
      .getByRole("link", { name: say("jobs.output"), exact: true })
      .last()
      .click();
    await expect(owner.getByText("layer 2 of 2 is there")).toBeVisible();
  } finally {
    await runner.stop();
  }
});
