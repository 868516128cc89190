import { expect } from "@playwright/test";
import { openLive, openWall, press } from "../fixtures/acts";
import { doStage, startStage } from "../fixtures/night";
import { test } from "../fixtures/test";
import { words } from "../fixtures/words";

const say = words("en");
const NOTES = 40;
/** Silence of 4.5 s means that the link is gone; somebody looks twice a second. */
const SAID_WITHIN_MS = 8_000;

test("a cut link is said, and when it comes back nothing is missing and nothing was done twice", async ({
  enter,
  desk,
}) => {
  const releaseId = await desk.createRehearsal({ speed: 10 });
  const night = { desk, releaseId };
  const { seq: first } = await desk.view(releaseId);
  const override = "The checklist is another flow's.";
  await desk.give("zhangsan", releaseId, { type: "release.start", expectedSeq: first, override });
  await doStage(night, "stage:1");
  const page = await enter("wangwu", { language: "en" });
  await openLive(page, `/releases/${releaseId}`, "en");
  const wall = await page.context().newPage();
  await openWall(wall, `/wall/${releaseId}`, "en");

  await page.context().setOffline(true);
  await expect(page.getByText(say("console.link.lostTitle"))).toBeVisible({ timeout: SAID_WITHIN_MS });
  await expect(wall.getByText(say("wall.lamp.link.lost")).first()).toBeVisible({ timeout: SAID_WITHIN_MS });
  await startStage(night, "stage:2");
  for (let note = 1; note <= NOTES; note += 1) {
    await desk.give(note % 2 === 0 ? "sunqi" : "zhaoliu", releaseId, { type: "note.add", text: `Note ${note}` });
  }
  // Stopping can be pressed without a link: it is sent when there is one.
  await press(page.locator("footer"), say("console.bar.hold"));

  await page.context().setOffline(false);
  await expect(page.getByText(say("console.link.live"), { exact: true })).toBeVisible();
  await expect(page.getByText(say("console.link.lostTitle"))).toBeHidden();
  await expect(wall.getByRole("heading", { name: say("wall.now.held"), exact: true })).toBeVisible();
  const { seq } = await desk.view(releaseId);
  await expect(wall.getByText(new RegExp(`#${seq} `))).toBeVisible();
  await page.getByRole("tab", { name: new RegExp(`^${say("console.tab.log")}`) }).click();
  for (const note of [1, 17, NOTES]) {
    await expect(page.getByRole("tabpanel").getByText(new RegExp(`Note ${note}$`))).toBeVisible();
  }
  const types = (await desk.events(releaseId)).map(({ type }) => type);
  expect(types.filter((type) => type === "note.added")).toHaveLength(NOTES);
  expect(types.filter((type) => type === "release.held")).toHaveLength(1);
});
