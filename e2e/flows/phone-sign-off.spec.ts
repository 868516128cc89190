import { devices, expect, type Page } from "@playwright/test";
import { openLive } from "../fixtures/acts";
import { itemRow } from "../fixtures/checklist-acts";
import { test } from "../fixtures/test";
import { words } from "../fixtures/words";

const say = words("zh-CN");
const { userAgent, deviceScaleFactor } = devices["iPhone 14"];
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, userAgent, deviceScaleFactor };
const ON_FIRST_PAGE = "所有 P0/P1 Bug 已修复";
const ON_CHECKLIST = "压测报告已完成";

async function sign(page: Page, text: string): Promise<void> {
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel(say("console.evidence.text")).fill(text);
  await dialog.getByRole("button", { name: say("checklist.sign"), exact: true }).tap();
  await expect(dialog).toBeHidden();
}

test("on a phone, what waits for me is signed with the thumb", async ({ enter, desk }) => {
  const releaseId = await desk.createRehearsal({ speed: 60 });
  const page = await enter("sunqi", { options: PHONE });
  await page.goto(`/releases/${releaseId}`);
  const mine = page.getByRole("region", { name: say("console.phone.mine"), exact: true });
  const first = mine.getByRole("listitem").filter({ has: page.getByRole("heading", { name: ON_FIRST_PAGE }) });
  await expect(mine.getByRole("listitem")).toHaveCount(3);
  await expect(async () => {
    await first.getByRole("button", { name: say("checklist.sign"), exact: true }).tap();
    await expect(page.getByRole("dialog")).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await sign(page, "看板已清零");
  await expect(first).toBeHidden();

  await mine.getByRole("link").tap();
  await page.waitForURL(/\/checklist$/);
  await openLive(page, `/releases/${releaseId}/checklist`);
  await itemRow(page, ON_CHECKLIST)
    .getByRole("button", { name: say("checklist.sign"), exact: true })
    .tap();
  await sign(page, "峰值 11,200 TPS");
  await expect(itemRow(page, ON_CHECKLIST).getByText(/QA Lead · 孙七/)).toBeVisible();
  await expect(itemRow(page, ON_FIRST_PAGE).getByText("看板已清零")).toBeVisible();
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width, "nothing is wider than the phone").toBeLessThanOrEqual(390);

  const signed = Object.values((await desk.view(releaseId)).state.items).filter(({ status }) => status === "signed");
  expect(signed).toHaveLength(2);
});
