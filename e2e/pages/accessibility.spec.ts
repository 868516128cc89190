import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { goTo, openWall } from "../fixtures/acts";
import { type Ready, readReady } from "../fixtures/crew";
import { openDesk } from "../fixtures/desk";
import { type StagedReleases, stageReleases } from "../fixtures/staged-releases";
import { type Entering, test } from "../fixtures/test";
import { words } from "../fixtures/words";

// Four looks at every page, shared out between the workers.
test.describe.configure({ mode: "parallel", timeout: 600_000 });

const WIDTHS = { 390: 844, 1366: 768, 1920: 1080 } as const;
const LOOKS = [
  { theme: "dark", language: "zh-CN", width: 1366 },
  { theme: "light", language: "en", width: 1366 },
  { theme: "dark", language: "en", width: 390 },
  { theme: "light", language: "zh-CN", width: 1920 },
] as const;

let staged: StagedReleases;

test.beforeAll(async ({ browserName: _ }, { project }) => {
  test.setTimeout(300_000);
  const desk = openDesk(project.use.baseURL ?? "", readReady());
  staged = await stageReleases(desk);
  await desk.close();
});

/** Every page in every look; states and tabs that differ little are looked at where they are most cramped or most seen. */
function pagesOf(
  { preparing, voting, held, rollingBack, observing }: StagedReleases,
  { planId, planVersionId }: Pick<Ready, "planId" | "planVersionId">,
  { theme, width }: (typeof LOOKS)[number],
) {
  const tabs = ["checklist", "metrics", "playbooks", "log", "roster", "rollback", "source"];
  const everywhere = [
    "/",
    "/plans",
    "/plans/import",
    `/plans/import?from=${planVersionId}`,
    `/plans/${planId}`,
    `/plans/${planId}/release`,
    `/plans/${planId}/edit`,
    "/settings",
    "/settings/people",
    "/settings/sources",
    "/settings/sessions",
    "/settings/tokens",
    "/settings/displays",
    "/settings/runners",
    ...[preparing, voting, rollingBack].map((id) => `/releases/${id}`),
    `/releases/${voting}/checklist`,
    `/releases/${voting}/report`,
    ...[voting, rollingBack].map((id) => `/wall/${id}`),
    "/wall",
    "/nowhere",
  ];
  const atTheDesk = [
    ...tabs.map((tab) => `/releases/${voting}?tab=${tab}`),
    `/releases/${voting}?output=1`,
    `/releases/${observing}`,
  ];
  const inTheRoom = [preparing, held, observing].map((id) => `/wall/${id}`);
  const onThePhone = [`/releases/${held}`, `/releases/${observing}`];
  return [
    ...everywhere,
    ...(width === 1366 && theme === "dark" ? atTheDesk : []),
    ...(width === 1920 ? inTheRoom : []),
    ...(width === 390 ? onThePhone : []),
  ];
}

async function faultsOf(page: Page, path: string): Promise<string[]> {
  await goTo(page, path);
  return faultsSeen(page, path);
}

async function faultsSeen(page: Page, path: string): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const faults = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${path}: ${id} at ${target.join(" ")}: ${failureSummary ?? ""}`),
  );
  const { wide, high } = await page.evaluate(() => ({
    wide: document.documentElement.scrollWidth - window.innerWidth,
    high: document.documentElement.scrollHeight - window.innerHeight,
  }));
  if (wide > 0) faults.push(`${path}: ${wide} px wider than its window`);
  // Nobody scrolls a wall.
  const isOnTheWall = path.startsWith("/wall/") && (page.viewportSize()?.width ?? 0) > 1000;
  if (isOnTheWall && high > 0) faults.push(`${path}: ${high} px higher than its window`);
  return faults;
}

for (const look of LOOKS) {
  const { theme, language, width } = look;
  const entering: Entering = { theme, language, options: { viewport: { width, height: WIDTHS[width] } } };

  test(`nothing on any page keeps anybody out: ${theme}, ${language}, ${width} px`, async ({ enter, ready }) => {
    const faults: string[] = [];
    const stranger = await enter(null, entering);
    const door = ["/sign-in", "/setup?code=nobody-has-this-code", "/invite?code=nobody-has-this", ready.invitation];
    for (const path of door) faults.push(...(await faultsOf(stranger, path)));
    const administrator = await enter("administrator", entering);
    for (const path of pagesOf(staged, ready, look)) faults.push(...(await faultsOf(administrator, path)));
    const manager = await enter("zhangsan", entering);
    faults.push(...(await faultsOf(manager, `/releases/${staged.voting}`)));
    const cut = await enter("lisi", entering);
    for (const id of width === 1920 ? [staged.voting, staged.rollingBack] : []) {
      await cut.context().setOffline(false);
      await openWall(cut, `/wall/${id}`, language);
      await cut.context().setOffline(true);
      await expect(cut.getByText(words(language)("wall.lamp.link.lost")).first()).toBeVisible();
      faults.push(...(await faultsSeen(cut, `/wall/${id}`)));
    }
    expect(faults).toEqual([]);
  });
}
