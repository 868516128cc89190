import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, type Page } from "@playwright/test";
import { goTo, press } from "../fixtures/acts";
import { test } from "../fixtures/test";
import { words } from "../fixtures/words";

const say = words("en");
const SOURCE = readFileSync(resolve("e2e/fixtures/short-plan.md"), "utf8");

async function saveAs(page: Page, message: string): Promise<void> {
  const before = page.url();
  await page.getByLabel(say("plans.import.message")).fill(message);
  await press(page, say("plans.import.save"));
  await page.waitForURL(
    (url) => /\/plans\/[^/]+$/.test(url.pathname) && url.href !== before && url.searchParams.has("version"),
  );
}

const rowOf = (page: Page, list: string, number: number) =>
  page.getByRole("listitem", {
    name: say("plans.edit.rowOf", { list: say(`plans.edit.list.${list}`), number }),
    exact: true,
  });

test("a stage and an item are edited by forms, told in sentences, exported as a document and imported again as the same plan", async ({
  enter,
}) => {
  const page = await enter("zhangsan", { language: "en", theme: "light" });
  await goTo(page, "/plans/import");
  await page.getByLabel(say("plans.import.field")).fill(SOURCE);
  await saveAs(page, "as written");

  await page.getByRole("link", { name: say("plans.editPlan"), exact: true }).click();
  const stage = rowOf(page, "stages", 1);
  await stage.getByLabel(say("plans.edit.field.name")).fill("");
  await expect(stage.getByText(say("plans.edit.problem.empty"))).toBeVisible();
  await stage.getByLabel(say("plans.edit.field.name")).fill("Kick-off call");
  await stage.getByLabel(say("plans.edit.field.durationMin")).fill("4");
  const parts = page.getByRole("navigation", { name: say("plans.contents") });
  await parts.getByRole("button", { name: say("plans.part.checklist") }).click();
  await rowOf(page, "items", 2)
    .getByLabel(say("plans.edit.field.text"))
    .fill("All tests are green on the release branch");
  await press(page, say("plans.edit.add.items"));
  await rowOf(page, "items", 3).getByLabel(say("plans.edit.field.text")).fill("The changelog is published");
  await page.keyboard.press("Alt+ArrowUp");
  await expect(rowOf(page, "items", 2).getByLabel(say("plans.edit.field.text"))).toHaveValue(
    "The changelog is published",
  );

  // One item is somebody else's to sign than the rest of its section.
  await rowOf(page, "items", 1)
    .getByLabel(say("plans.edit.addTo", { name: say("plans.edit.field.owners") }))
    .selectOption({ label: "SRE" });

  // What a runner carries out is a row of its own: a step, by an action of the host.
  await parts.getByRole("button", { name: say("plans.part.bindings") }).click();
  await press(page, say("plans.edit.add.bindings"));
  const bound = rowOf(page, "bindings", 1);
  await bound.getByLabel(say("plans.edit.field.target")).selectOption({ label: say("plans.bindings.target.traffic") });
  await expect(bound.getByText(say("plans.edit.problem.own-commands"))).toBeVisible();
  await bound.getByLabel(say("plans.edit.field.action")).fill("nginx-share");
  await bound.getByLabel(say("plans.edit.field.arguments")).pressSequentially("pool=shop; note=slowly");
  await bound.getByLabel(say("plans.edit.field.labels")).pressSequentially("edge, eu-1");

  await parts.getByRole("button", { name: say("plans.part.gates") }).click();
  await rowOf(page, "gates", 1).getByLabel(say("plans.edit.field.lapseMin")).fill("45");
  await rowOf(page, "gates", 1).getByLabel(say("plans.edit.field.fourEyes")).check();

  // Leaving is asked about while there is something to lose.
  await page.getByRole("link", { name: say("plans.edit.leave") }).click();
  await expect(page.getByRole("alertdialog")).toBeVisible();
  await press(page.getByRole("alertdialog"), say("common.action.cancel"));
  await saveAs(page, "a shorter call");

  await page.getByRole("link", { name: say("plans.version.compareWith", { number: 1 }) }).click();
  const difference = page.getByRole("region", { name: say("plans.difference.title", { from: 1, to: 2 }) });
  await expect(
    difference.getByText(
      say("plans.difference.sentence.from", {
        field: say("plans.difference.field.duration"),
        after: "4 min",
        before: "5 min",
      }),
    ),
  ).toBeVisible();
  const told = difference.getByRole("listitem");
  await expect(told.filter({ hasText: "The changelog is published" })).toContainText(
    say("plans.difference.kind.added"),
  );
  await expect(told.filter({ hasText: "45 min" })).toContainText(say("plans.difference.field.lapse"));
  await expect(told.filter({ hasText: "on the release branch instead of All tests are green" })).toBeVisible();

  await expect(told.filter({ hasText: "nginx-share" })).toContainText("note=slowly; pool=shop");
  await expect(told.filter({ hasText: "is now said: SRE" })).toContainText(say("plans.difference.field.owners"));

  await press(page, say("plans.menu.title"));
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: say("plans.menu.export.markdown") }).click();
  const file = await (await download).path();
  const exported = readFileSync(file, "utf8");
  expect(exported).toContain("The changelog is published");
  expect(exported).toMatch(/\| Traffic +\| nginx-share +\| note=slowly; pool=shop +\| edge, eu-1 +\|/);
  const [, planId = ""] = /plans\/([^/?]+)/.exec(page.url()) ?? [];
  await goTo(page, `/plans/import?plan=${planId}`);
  await page
    .locator('input[type="file"]')
    .setInputFiles({ name: "plan.md", mimeType: "text/markdown", buffer: readFileSync(file) });
  await expect(
    page
      .getByRole("region", { name: say("plans.import.pane.plan"), exact: true })
      .getByText("The changelog is published"),
  ).toBeVisible();
  await saveAs(page, "exported and imported");
  await page.getByRole("link", { name: say("plans.version.compareWith", { number: 2 }) }).click();
  await expect(page.getByText(say("plans.difference.same"))).toBeVisible();
});

test("a plan is the template of another: the copy is a plan of its own, and the first one stays as it was", async ({
  enter,
}) => {
  const page = await enter("zhangsan", { language: "en" });
  await goTo(page, "/plans/import");
  await page.getByLabel(say("plans.import.field")).fill(SOURCE);
  await saveAs(page, "the template");
  const [, template = ""] = /plans\/([^/?]+)/.exec(page.url()) ?? [];
  await press(page, say("plans.menu.title"));
  await page.getByRole("link", { name: say("plans.menu.copy") }).click();
  await expect(page.getByText(say("plans.edit.copyOf", { number: 1 }))).toBeVisible();
  const parts = page.getByRole("navigation", { name: say("plans.contents") });
  await parts.getByRole("button", { name: say("plans.part.info") }).click();
  await page.getByLabel(say("plans.edit.field.title"), { exact: true }).fill("Checkout 4.4 hotfix");
  await page.getByLabel(say("plans.import.message")).fill("from 4.3");
  await press(page, say("plans.edit.saveCopy"));
  await page.waitForURL((url) => /\/plans\/[^/]+$/.test(url.pathname) && !url.pathname.includes(template));
  await expect(page.getByRole("heading", { level: 1, name: /Checkout 4\.4 hotfix/ })).toBeVisible();
  await goTo(page, `/plans/${template}`);
  await expect(page.getByRole("heading", { level: 1, name: /Checkout 4\.3 hotfix/ })).toBeVisible();
});
