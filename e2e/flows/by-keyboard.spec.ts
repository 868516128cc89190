import { expect, type Locator, type Page } from "@playwright/test";
import { openLive } from "../fixtures/acts";
import { consoleActs } from "../fixtures/console-acts";
import { doStage, reachFirstShift, startStage } from "../fixtures/night";
import { test } from "../fixtures/test";
import { words } from "../fixtures/words";

const say = words("en");
const ROLE = "QA Lead";

/** Presses and leaves off, with nothing between that a slow machine could stretch: only what was held is ever "released". */
async function breakOff(button: Locator, how: "let go" | "leave"): Promise<void> {
  const { mouse } = button.page();
  await button.hover();
  await mouse.down();
  if (how === "leave") await mouse.move(2, 2);
  else await mouse.up();
  await expect(button).toHaveAttribute("data-phase", "released");
  await mouse.up();
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
  const { seq: before } = await desk.view(releaseId);
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
    await page.keyboard.press("/");
    await expect(page.locator("[data-search]")).toBeFocused();
    await page.locator("[data-search]").blur();
    await page.keyboard.press("g");
    await page.keyboard.press("p");
    await page.waitForURL(/\/plans$/);
    await openLive(page, path, "en");
  });

  await test.step("no single key commands, and half a press is none", async () => {
    for (const key of "abcdefijklmnopqrstuvwxyz1234567890") await page.keyboard.press(key);
    await breakOff(go, "let go");
    await breakOff(go, "leave");
    await breakOff(qa.button(new RegExp(`^${say("console.bar.rollbackName")}`)), "leave");
    expect((await desk.view(releaseId)).seq).toBe(before);
  });

  const asking = page.getByRole("alertdialog");

  await test.step("Enter asks first, with the focus on Cancel, and Escape is no", async () => {
    await go.press("Enter");
    await expect(asking).toContainText(ROLE);
    await expect(asking).toContainText("v1.0.0-MVP");
    await expect(cancelOf(asking)).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(asking).toBeHidden();
    expect((await desk.view(releaseId)).seq).toBe(before);
    await go.press("Enter");
    await expect(cancelOf(asking)).toBeFocused();
    await page.keyboard.press("Tab");
    await expect(asking.getByRole("button", { name: say("console.gate.voteAct", { role: ROLE }) })).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(qa.voteRow(ROLE).getByText("GO", { exact: true })).toBeVisible();
  });

  await test.step("an act in the palette opens the dialog of its button; HOLD stops at once", async () => {
    const { seq } = await desk.view(releaseId);
    await pick(page, say("console.bar.rollbackAct"));
    await expect(asking).toContainText(say("console.bar.rollbackTitle", { release: "v1.0.0-MVP" }));
    await expect(asking).toContainText(say("console.bar.rollbackTraffic", { from: 5 }));
    await expect(cancelOf(asking)).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(asking).toBeHidden();
    expect((await desk.view(releaseId)).seq).toBe(seq);
    await pick(page, say("console.bar.hold"));
    await expect.poll(async () => (await desk.view(releaseId)).state.status).toBe("held");
    await expect(page.getByRole("form", { name: say("console.afterthought.hold") })).toBeVisible();
  });
});
