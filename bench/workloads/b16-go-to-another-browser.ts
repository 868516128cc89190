import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import type { Workload } from "../harness/bench";
import { type Browsers, noteClicks, openBrowsers, watchText } from "../harness/browsers";
import { competeByTurns, type Turn } from "../harness/contest";
import { ratioOf, spreadOf } from "../harness/figures";
import type { Product } from "../harness/product";
import type { Night } from "../harness/stand";
import { openSwitchedPage, type SwitchedPage } from "../peers/refreshed-page";

const [ours, replica, again] = ["ours", "refresh", "refresh again"] as const;
const lastVote = ".w-votes li:last-child .vote";
const oneFrameAndFourMs = 1_000 / 60 + 4;

/** The console of whoever votes, and how to vote there. */
type Desk = { openDialog: () => Promise<void>; confirm: () => Promise<number>; withdraw: () => Promise<void> };

/** The keyboard's way to GO: Enter opens a dialog, and its button is the one click that counts. Holding 1.5 s measures fingers. */
async function openDesk({ clicking }: Browsers, product: Product, { releaseId, nextCommand }: Night): Promise<Desk> {
  const page = await clicking.newPage();
  const clickedAt = await noteClicks(page);
  await page.goto(`${product.address}/releases/${releaseId}`);
  const hold = page.locator('section[aria-labelledby="gate-title"] > ul .hold-button');
  const dialog = page.getByRole("alertdialog");
  return {
    openDialog: async () => {
      await hold.press("Enter");
      await dialog.waitFor();
    },
    confirm: async () => {
      await dialog.getByRole("button").last().click();
      nextCommand();
      return clickedAt();
    },
    withdraw: async () => {
      const headers = { "idempotency-key": randomUUID() };
      await product.post(`/api/v1/releases/${releaseId}/commands`, nextCommand(), headers);
      await hold.waitFor();
    },
  };
}

/** One GO and its withdrawal, each until the other browser has painted it; the milliseconds of the GO. */
async function vote(desk: Desk, page: Page, faults: string[]): Promise<number> {
  const before = await page.textContent(lastVote);
  await desk.openDialog();
  const go = await watchText(page, lastVote);
  const clickedAt = await desk.confirm();
  const took = (await go()) - clickedAt;
  const withdrawn = await watchText(page, lastVote);
  await desk.withdraw();
  await withdrawn();
  const after = await page.textContent(lastVote);
  if (before !== after) faults.push(`the vote was withdrawn, and the screen shows ${after}`);
  return took;
}

/** All take turns on one wall in one browser: whatever else the machine does then hits the one vote and the next alike. */
function turnsOn({ page, beReplica }: SwitchedPage, desk: Desk, { cpuMs }: Product, faults: string[]): Turn[] {
  return [ours, replica, again].map((name) => ({
    name,
    once: async () => {
      await beReplica(name !== ours);
      const before = await cpuMs();
      const tookMs = await vote(desk, page, faults);
      return { tookMs, cpuMs: (await cpuMs()) - before };
    },
  }));
}

async function openWall({ watching }: Browsers, { address }: Product, { releaseId }: Night): Promise<SwitchedPage> {
  const wall = await openSwitchedPage(watching);
  await wall.page.goto(`${address}/wall/${releaseId}`);
  await wall.page.locator(lastVote).waitFor();
  return wall;
}

export const goToAnotherBrowser: Workload = {
  id: "B16",
  run: async (bench) => {
    const product = await bench.product();
    const night = await bench.stand.openNight();
    const browsers = await openBrowsers(product);
    const faults: string[] = [];
    try {
      const desk = await openDesk(browsers, product, night);
      const wall = await openWall(browsers, product, night);
      const standings = await competeByTurns(turnsOn(wall, desk, product, faults), {
        passes: bench.passes,
        count: bench.isQuick ? 2 : 5,
      });
      const painted = standings.find(({ name }) => name === ours)?.passes.map(({ p50Ms }) => p50Ms) ?? [];
      return {
        id: "B16",
        title: "GO clicked → painted in another real browser",
        standings,
        figures: [
          {
            what: `${ours} / action + ${replica} (replica), p50`,
            unit: "×",
            value: ratioOf(standings, "p50", ours, replica),
            must: { is: "at most", bound: 0.9 },
          },
          {
            what: "ours, p50",
            unit: "ms",
            value: spreadOf(painted),
            moonshot: { is: "at most", bound: oneFrameAndFourMs },
          },
          {
            what: `${ours} / ${replica}, server's processor time with withdrawal`,
            unit: "×",
            value: ratioOf(standings, "processor time", ours, replica),
          },
        ],
        noise: ratioOf(standings, "p50", again, replica),
        faults,
        notes: [
          "The click is the one in GO's dialog. Ours and the replica take turns, vote by vote, on one wall; the replica's draws once the refreshed page is there.",
        ],
      };
    } finally {
      await browsers.close();
    }
  },
};
