import { expect } from "@playwright/test";
import { openLive, openWall } from "../fixtures/acts";
import { test } from "../fixtures/test";
import { words } from "../fixtures/words";

const say = words("en");
const chinese = words("zh-CN");

test("everybody sees who is watching, and changes the language without losing the place", async ({ enter, desk }) => {
  const releaseId = await desk.createRehearsal({ speed: 1 });
  const path = `/releases/${releaseId}`;
  const manager = await enter("zhangsan", { language: "en" });
  await openLive(manager, `${path}?tab=log`, "en");
  const wall = await enter("lisi", { options: { viewport: { width: 1920, height: 1080 } } });
  await openWall(wall, `/wall/${releaseId}`);
  const qa = await enter("sunqi");
  await openLive(qa, `${path}/checklist`);

  await test.step("three are here, by name and screen, and then two", async () => {
    const label = (count: number) => manager.getByRole("button", { name: say("console.watchers.label", { count }) });
    await label(3).click();
    for (const [name, screen] of [
      ["张三", "console"],
      ["李四", "wall"],
      ["孙七", "checklist"],
    ] as const) {
      const row = manager.getByRole("listitem").filter({ hasText: name });
      await expect(row.filter({ hasText: say(`console.watchers.screen.${screen}`) })).toBeVisible();
    }
    await manager.keyboard.press("Escape");
    await qa.close();
    await expect(label(2)).toBeVisible();
  });

  await test.step("another language, the same place", async () => {
    const search = manager.locator("[data-search]");
    await search.fill("created");
    await manager.getByRole("button", { name: new RegExp(say("common.language.label")) }).click();
    await manager.getByText(say("common.language.zh"), { exact: true }).click();
    await expect(manager.locator("html")).toHaveAttribute("lang", "zh-CN");
    await expect(manager.getByText(chinese("console.link.live"), { exact: true })).toBeVisible();
    await expect(search).toHaveValue("created");
    expect(manager.url()).toContain(`${path}?tab=log`);
    // It was chosen, and not only shown: the browser asks for English still.
    await openLive(manager, path);
    await expect(manager.getByText(chinese("console.bar.notYet")).first()).toBeVisible();
  });
});
