import { expect, type Locator, type Page } from "@playwright/test";
import { openLive } from "../fixtures/acts";
import { consoleActs } from "../fixtures/console-acts";
import type { Desk } from "../fixtures/desk";
import { doStage, reachFirstShift, startStage } from "../fixtures/night";
import { test } from "../fixtures/test";
import { words } from "../fixtures/words";

const say = words("en");
const ROLE = "QA Lead";
/** Longer than the longest press. */
const STANDSTILL_MS = 3_000;

/** Presses and leaves off, both sent at once: nothing lies between that a slow machine could stretch into a whole press. */
async function breakOff(button: Locator, how: "let go" | "leave"): Promise<void> {
  const { mouse } = button.page();
  await button.hover();
  await Promise.all([mouse.down(), how === "leave" ? mouse.move(2, 2) : mouse.up()]);
  await expect(button).toHaveAttribute("data-phase", "released");
  await mouse.up();
}

/** Between press and letting go the page stands still for longer than a press has to be held. */
async function breakOffInStandstill(button: Locator): Promise<void> {
  const page = button.page();
  await page.evaluate((standstillMs) => {
    const stand = () => {
      const until = performance.now() + standstillMs;
      while (performance.now() < until);
    };
    // Reached after the button has heard of the press.
    window.addEventListener("pointerdown", () => setTimeout(stand), { once: true });
  }, STANDSTILL_MS);
  await breakOff(button, "let go");
}

/** What people did, by the log: the machinery's own rows come when they come. */
async function actsIn(desk: Desk, releaseId: string): Promise<number> {
  return (await desk.events(releaseId)).filter(({ actor }) => actor.kind === "person").length;
}

async function pick(page: Page, act: string): Promise<void> {
  await page.keyboard.press("Control+k");
  await page.getByPlaceholder(say("common.palette.search")).fill(act);
  await page.getByRole("option", { name: act }).first().waitFor();
  await page.keyboard.press("Enter");
}

const cancelOf = (dialog: Locator) => dialog.getByRole("button", { name: say("common.action.cancel"), exact: true });

test("the keyboard goes, shows and asks; no key and no half press carries anything out", async ({ enter, desk }) => {
  const releaseId = await desk.createRehearsal({ speed: 10 });
  const night = { desk, releaseId };
  await reachFirstShift(night);
  await doStage(night, "stage:5");
  await startStage(night, "stage:6");
  const path = `/releases/${releaseId}`;
  const page = await enter("sunqi", { language: "en" });
  const qa = consoleActs(page, "en");
  await openLive(page, path, "en");
  const before = await actsIn(desk, releaseId);
  const go = qa.button(say("console.gate.voteGo"), qa.voteRow(ROLE));
  await expect(go).toBeEnabled();

  await test.step("keys go and show", async () => {
    await page.keyboard.press("?");
    const help = page.getByRole("dialog", { name: say("common.keyboard.title") });
    for (const text of ["palette", "search", "plans"])
      await expect(help.getByText(say(`common.keyboard.${text}`))).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(help).toBeHidden();
    await page.getByRole("tab", { name: new RegExp(`^${say("console.tab.log")}`) }).click();
    const search = page.locator("[data-search]");
    await search.waitFor();
    await page.keyboard.press("/");
    await expect(search).toBeFocused();
    await search.blur();
    await page.keyboard.press("g");
    await page.keyboard.press("p");
    await page.waitForURL(/\/plans$/);
    await openLive(page, path, "en");
  });

  await test.step("no single key commands, and half a press is none", async () => {
    for (const key of "abcdefijklmnopqrstuvwxyz1234567890") await page.keyboard.press(key);
    await breakOff(go, "let go");
    await breakOff(go, "leave");
    await breakOffInStandstill(go);
    await breakOff(qa.button(new RegExp(`^${say("console.bar.rollbackName")}`)), "leave");
    expect(await actsIn(desk, releaseId)).toBe(before);
  });

  const asking = page.getByRole("alertdialog");

  await test.step("Enter asks first, with the focus on Cancel, and Escape is no", async () => {
    await go.press("Enter");
    await expect(asking).toContainText(ROLE);
    await expect(asking).toContainText("v1.0.0-MVP");
    await expect(cancelOf(asking)).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(asking).toBeHidden();
    expect(await actsIn(desk, releaseId)).toBe(before);
    await go.press("Enter");
    await expect(cancelOf(asking)).toBeFocused();
    await page.keyboard.press("Tab");
    await expect(asking.getByRole("button", { name: say("console.gate.voteAct", { role: ROLE }) })).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(qa.voteRow(ROLE).getByText("GO", { exact: true })).toBeVisible();
  });

  await test.step("an act in the palette opens the dialog of its button; HOLD stops at once", async () => {
    const voted = await actsIn(desk, releaseId);
    await pick(page, say("console.bar.rollbackAct"));
    await expect(asking).toContainText(say("console.bar.rollbackTitle", { release: "v1.0.0-MVP" }));
    await expect(asking).toContainText(say("console.bar.rollbackTraffic", { from: 5 }));
    await expect(cancelOf(asking)).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(asking).toBeHidden();
    expect(await actsIn(desk, releaseId)).toBe(voted);
    await pick(page, say("console.bar.hold"));
    await expect.poll(async () => (await desk.view(releaseId)).state.status).toBe("held");
    await expect(page.getByRole("form", { name: say("console.afterthought.hold") })).toBeVisible();
  });
});
