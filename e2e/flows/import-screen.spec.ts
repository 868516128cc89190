import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, type Page } from "@playwright/test";
import { answerDialog, goTo, press } from "../fixtures/acts";
import { test } from "../fixtures/test";
import { type Language, words } from "../fixtures/words";

/** A plan with one error (a quote that is never closed, line 48) and one finding that knows what to write instead (line 34). */
const BROKEN = readFileSync(resolve("e2e/fixtures/short-plan.md"), "utf8").replace("./shift.sh 100", './shift.sh "100');
const ERROR_LINE = 48;
const NAMED_LINE = 34;

/** A number of lines as either language writes it. */
const inThousands = (lines: number) => String(lines).replace(/\B(?=(\d{3})+$)/g, ",?");

const LANGUAGES: readonly Language[] = ["zh-CN", "en"];

/** A document as long as they come: the plan, and under it two thousand lines of prose. */
const LARGE = `${BROKEN}\n## Minutes of the rehearsal\n\n${"Nothing was decided in this line.\n\n".repeat(1_000)}`;

function screenOf(page: Page, language: Language) {
  const say = words(language);
  const pane = (name: string) => page.getByRole("region", { name: say(`plans.import.pane.${name}`), exact: true });
  return {
    say,
    source: page.getByLabel(say("plans.import.field")),
    findings: pane("findings"),
    plan: pane("plan"),
    finding: (line: number) => pane("findings").locator(`[data-finding^="${line}-"]`),
    save: () => press(page, say("plans.import.save")),
    saved: () => page.waitForURL(/\/plans\/[^/]+\?version=/),
  };
}

for (const language of LANGUAGES) {
  test(`a document is corrected beside its plan, saved with an error that somebody accepts, and compared: ${language}`, async ({
    enter,
  }) => {
    const page = await enter("administrator", { language, theme: language === "en" ? "light" : "dark" });
    await goTo(page, "/plans/import");
    const { say, source, findings, plan, finding, save, saved } = screenOf(page, language);
    await expect(page.getByText(say("plans.import.nothingYet"))).toBeVisible();
    await source.fill(BROKEN);
    await expect(findings.getByRole("progressbar")).toHaveAttribute("aria-valuetext", /100 %/);

    // A finding shows its lines in the source.
    await source.evaluate((area) => area.scrollTo({ top: 0 }));
    await finding(ERROR_LINE).getByRole("button").first().click();
    await expect.poll(() => source.evaluate((area) => area.scrollTop)).toBeGreaterThan(0);

    // A line of the source shows the part that was read from it.
    await source.evaluate((area, line) => {
      if (!(area instanceof HTMLTextAreaElement)) throw new Error("The source is typed into a field.");
      const at =
        area.value
          .split("\n")
          .slice(0, line - 1)
          .join("\n").length + 1;
      area.focus();
      area.setSelectionRange(at, at);
    }, NAMED_LINE);
    await page.keyboard.press("ArrowRight");
    const stage = say("plans.source.show", { from: NAMED_LINE, to: NAMED_LINE });
    await expect(plan.getByRole("button", { name: stage, exact: true, pressed: true })).toBeInViewport();

    // And a part of the plan shows its lines in the source.
    await source.evaluate((area) => area.scrollTo({ top: 0 }));
    await plan.locator("button[data-lines]").last().click();
    await expect.poll(() => source.evaluate((area) => area.scrollTop)).toBeGreaterThan(0);

    // What a finding proposes is written with one press, and taken back like anything typed.
    const proposal = findings.getByRole("button", { name: say("plans.finding.apply"), exact: true });
    await proposal.click();
    await expect(source).toHaveValue(/QA Lead +\| Regression test/);
    await expect(proposal).toHaveCount(0);
    await source.focus();
    await page.keyboard.press("Control+z");
    await expect(source).toHaveValue(/QA +\| Regression test/);
    await expect(proposal).toBeVisible();

    // What is typed is read again.
    await source.fill(BROKEN.replace("Kick-off call", "Kick-off and roll call"));
    await expect(plan.getByText("Kick-off and roll call")).toBeVisible();
    await page.getByLabel(say("plans.import.message")).fill("the first");
    await save();
    await saved();

    // A live release over the error needs a word in one's own name; accepting it with a reason does away with that.
    const first = page.url();
    await page.getByRole("link", { name: say("plans.createRelease") }).click();
    await expect(page.getByText(say("plans.release.errorsFirst"))).toBeVisible();
    await goTo(page, first);
    await page
      .locator(`[data-finding^="${ERROR_LINE}-"]`)
      .getByRole("button", { name: say("plans.finding.accept") })
      .click();
    const reason = "the shell script closes it";
    await answerDialog(page, { field: say("plans.finding.reason"), text: reason, act: say("plans.finding.acceptAct") });
    await expect(page.getByText(reason)).toBeVisible();
    await page.getByRole("link", { name: say("plans.createRelease") }).click();
    await expect(page.getByText(say("common.mode.live")).first()).toBeVisible();
    await expect(page.getByText(say("plans.release.errorsFirst"))).toBeHidden();

    // The next version of it: what changed is told in a sentence, and what was accepted is asked for again.
    const [, planId = ""] = /plans\/([^/?]+)\?version=([^&]+)/.exec(first) ?? [];
    await goTo(page, `/plans/import?plan=${planId}&from=${new URL(first).searchParams.get("version")}`);
    await expect(source).toHaveValue(/Kick-off and roll call/);
    const text = await source.inputValue();
    await source.fill(text.replace(/(?<=roll call +\| )5 min/, "4 min"));
    await expect(plan.getByText(/4 min/).first()).toBeVisible();
    await save();
    await saved();
    await page.getByRole("link", { name: say("plans.version.compareWith", { number: 1 }) }).click();
    const difference = page.getByRole("region", { name: say("plans.difference.title", { from: 1, to: 2 }) });
    await expect(difference.getByText("4 min")).toBeVisible();
    await expect(page.getByText(reason)).toBeVisible();
    await press(page, say("plans.finding.stillHolds"));
    await expect(page.getByRole("button", { name: say("plans.finding.stillHolds") })).toBeHidden();
    await expect(page.getByText(reason)).toBeVisible();
  });
}

test("a dropped document is read like a pasted one", async ({ enter }) => {
  const page = await enter("administrator", { language: "zh-CN" });
  await goTo(page, "/plans/import");
  const { source, plan } = screenOf(page, "zh-CN");
  const dataTransfer = await page.evaluateHandle((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], "plan.md", { type: "text/markdown" }));
    return data;
  }, BROKEN);
  await source.dispatchEvent("drop", { dataTransfer });
  await expect(source).toHaveValue(BROKEN);
  await expect(plan.getByText("Kick-off call").first()).toBeVisible();
});

test("a live release over errors is created in one's own name, with a reason that stays in its log", async ({
  enter,
}) => {
  const page = await enter("administrator", { language: "en" });
  await goTo(page, "/plans/import");
  const { say, source, findings, save, saved } = screenOf(page, "en");
  await source.fill(BROKEN);
  await expect(findings.getByRole("progressbar")).toHaveAttribute("aria-valuetext", /100 %/);
  await save();
  await saved();
  await page.getByRole("link", { name: say("plans.createRelease") }).click();
  const over = page.getByRole("button", { name: say("plans.release.create.over") });
  await expect(over).toHaveAttribute("aria-disabled", "true");
  const asked = page.getByText(/^Why .+ overrides them$/);
  const [, name = ""] = /^Why (.+) overrides them$/.exec((await asked.textContent()) ?? "") ?? [];
  await page.getByLabel(say("plans.release.override", { name })).fill("the shell script closes the quote");
  await expect(page.getByText(say("plans.release.errorsFirst"))).toBeHidden();
  await over.click();
  await page.waitForURL(/\/releases\/[^/]+$/);
  const [, release = ""] = /releases\/([^/?]+)/.exec(page.url()) ?? [];
  const answer = await page.request.get(`/api/v1/releases/${release}/events`);
  const [created] = (await answer.json()).events;
  expect(created).toMatchObject({ type: "release.created", payload: { clock: { mode: "live" } } });
  expect(created.payload.planErrors).toMatchObject({
    reason: "the shell script closes the quote",
    findings: [{ rule: "unclosed-quote", line: ERROR_LINE }],
  });
  expect(created.actor).toMatchObject({ kind: "person", name });
});

test("a file that is no plan as data is told what is wrong with it, and what was there before stays", async ({
  enter,
}) => {
  const page = await enter("administrator", { language: "en" });
  await goTo(page, "/plans/import");
  const { say, source, plan } = screenOf(page, "en");
  await source.fill(BROKEN);
  await expect(plan.getByText("Kick-off call").first()).toBeVisible();
  const choose = (name: string, text: string) =>
    page.locator('input[type="file"]').setInputFiles({ name, mimeType: "application/json", buffer: Buffer.from(text) });
  await choose("plan.json", '{"format": "holdpoint-plan/1",\n "plan": {');
  await expect(page.getByText(/plan\.json: This cannot be parsed from line \d+ on/)).toBeVisible();
  await choose("other.json", '{"format": "holdpoint-plan/1", "plan": {"title": 7}}');
  await expect(page.getByText(/other\.json: plan\.title in line 1 does not fit the format/)).toBeVisible();
  await expect(source).toHaveValue(BROKEN);
  // Pasted, it is told that it is a file.
  await source.fill('{"format": "holdpoint-plan/1"}');
  await expect(page.getByText(/This is a plan as data \(holdpoint-plan\/1\)/)).toBeVisible();
  await expect(plan.getByText(say("plans.import.nothing.noPlan"))).toBeVisible();
});

for (const language of LANGUAGES) {
  test(`a large document says that it is being read for as long as it is: ${language}`, async ({ enter }) => {
    const page = await enter("administrator", { language });
    await goTo(page, "/plans/import");
    const { say, findings, plan } = screenOf(page, language);
    let answer: () => void = () => undefined;
    const seen = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await page.route("**/api/v1/plans/import?dryRun=true", async (route) => {
      await seen;
      await route.continue();
    });
    await page
      .locator('input[type="file"]')
      .setInputFiles({ name: "plan.md", mimeType: "text/markdown", buffer: Buffer.from(LARGE) });
    const [before = ""] = say("plans.import.readingLines").split("{");
    const reading = page.getByRole("status").filter({ hasText: before.trim() });
    await expect(reading).toHaveText(new RegExp(inThousands(LARGE.split("\n").length)));
    await expect(plan.getByText(say("plans.import.reading"))).toBeVisible();
    await expect(page.getByRole("button", { name: say("plans.import.save") })).toHaveAttribute("aria-disabled", "true");
    answer();
    await expect(findings.getByRole("progressbar")).toBeVisible();
    await expect(plan.getByText(say("plans.import.reading"))).toBeHidden();
    await expect(page.getByRole("status").filter({ hasText: /\S/ })).toHaveCount(0);
  });
}
