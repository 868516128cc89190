import { expect } from "@playwright/test";
import { answers, openWall, press } from "../fixtures/acts";
import { PASSWORD } from "../fixtures/crew";
import { installProduct } from "../fixtures/product";
import { test } from "../fixtures/test";
import { words } from "../fixtures/words";

const say = words("en");

test("from an empty machine to a rehearsal on the wall, each step one click", async ({ browser }) => {
  const product = await installProduct();
  try {
    await product.start();
    await expect.poll(product.said).toContain("/setup?code=");
    const setupLink = /http\S+\/setup\?code=\S+/.exec(product.said())?.[0] ?? "";
    const context = await browser.newContext({ baseURL: product.address, locale: "en-GB", colorScheme: "light" });
    const page = await context.newPage();
    await page.goto(setupLink);
    await answers(page);
    await page.getByLabel(say("door.field.name"), { exact: true }).fill("Ada Moss");
    await page.getByLabel(say("door.field.username"), { exact: true }).fill("ada");
    await page.getByLabel(say("door.field.newPassword"), { exact: true }).fill(PASSWORD);
    await press(page, say("door.setup.submit"));

    // The page behind the door is another one: what is pressed before it answers is lost.
    await expect(page.getByRole("button", { name: say("home.first.load"), exact: true })).toBeVisible();
    await answers(page);
    await press(page, say("home.first.load"));
    await press(page, say("home.first.rehearse", { version: "v1.0.0-MVP" }));
    await page.waitForURL(/\/releases\/[^/]+$/);
    await expect(page.getByText(say("console.link.live"), { exact: true })).toBeVisible();
    await expect(page.getByRole("heading", { name: say("console.preparing.title"), exact: true })).toBeVisible();

    await page.getByRole("link", { name: say("common.nav.home"), exact: true }).click();
    await page.getByRole("link", { name: say("home.first.wall"), exact: true }).click();
    await expect(page.getByText(say("wall.lamp.link.live"))).toBeVisible();
    await expect(page.getByText(say("wall.lamp.items", { closed: 0, total: 41 }))).toBeVisible();
    await openWall(page, page.url(), "en");

    // The link was for one person, once.
    const stranger = await (await browser.newContext({ locale: "en-GB" })).newPage();
    await stranger.goto(setupLink);
    await expect(stranger.getByRole("heading", { name: say("door.setup.closed.title") })).toBeVisible();
    await stranger.context().close();
    await context.close();
  } finally {
    await product.end();
  }
});
