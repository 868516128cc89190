import { resolve } from "node:path";
import { chromium, type Page } from "@playwright/test";
import { build } from "esbuild";
import { root } from "../../scripts/build/bundle.mjs";
import { browserArguments, findBrowser } from "../../scripts/test/browser";
import type { Workload } from "../harness/bench";
import { type Contestant, compete } from "../harness/contest";
import { type Round, ratioOf, spreadOf } from "../harness/figures";

const [ours, recharts, again] = ["ours", "recharts", "recharts again"] as const;
const wantedPaths = 24;
/** A frame is late when the one before it is more than one and a half frames ago. */
const lateMs = 1.5 * (1_000 / 60);

/** The page's code for a browser, built as the product builds its own: without what only helps to develop. */
async function pageCode(): Promise<string> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [resolve(root, "bench/pages/live-charts.ts")],
    bundle: true,
    write: false,
    minify: true,
    platform: "browser",
    format: "iife",
    tsconfig: resolve(root, "tsconfig.json"),
    alias: { "@": root },
    jsx: "automatic",
    define: { "process.env.NODE_ENV": '"production"' },
    logLevel: "warning",
  });
  return outputFiles[0]?.text ?? "";
}

type Drawn = { gapsMs: number[]; paths: number };

/** Seconds that the page's main thread has worked. */
async function openThread(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  return async () => {
    const { metrics } = await session.send("Performance.getMetrics");
    return metrics.find(({ name }) => name === "TaskDuration")?.value ?? Number.NaN;
  };
}

export const liveCharts: Workload = {
  id: "B12",
  run: async (bench) => {
    const executablePath = findBrowser();
    const options = { args: browserArguments(), ...(executablePath === undefined ? {} : { executablePath }) };
    const browser = await chromium.launch(options);
    const faults: string[] = [];
    const late: Record<string, number[]> = {};
    try {
      const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
      await page.setContent("<!doctype html><title>B12</title>");
      await page.addScriptTag({ content: await pageCode() });
      const workedS = await openThread(page);
      const frames = bench.isQuick ? 40 : 60;
      const draw = (name: string, drawer: string): Contestant => ({
        name,
        round: async (): Promise<Round> => {
          const before = await workedS();
          const drawn = await page.evaluate<Drawn, [string, number]>(
            ([who, count]) => Reflect.get(globalThis, "runCharts")(who, count),
            [drawer, frames],
          );
          if (drawn.paths !== wantedPaths) faults.push(`${name} drew ${drawn.paths} lines, not ${wantedPaths}`);
          const share = drawn.gapsMs.filter((gap) => gap > lateMs).length / drawn.gapsMs.length;
          late[name] = [...(late[name] ?? []), 100 * share];
          return { timesMs: drawn.gapsMs, cpuMs: 1_000 * ((await workedS()) - before) };
        },
      });
      const contestants = [draw(ours, "ours"), draw(recharts, "recharts"), draw(again, "recharts")];
      const standings = await compete(contestants, bench.passes);
      return {
        id: "B12",
        title: "six live charts, 4 × 120 points, a point a line and frame",
        standings,
        figures: [
          {
            what: `${recharts} / ${ours}, the main thread's work a frame`,
            unit: "×",
            value: ratioOf(standings, "processor time", recharts, ours),
            must: { is: "at least", bound: 6 },
            moonshot: { is: "at least", bound: 12 },
          },
          {
            what: "late frames, ours",
            unit: "%",
            value: spreadOf((late[ours] ?? []).slice(1)),
            must: { is: "at most", bound: 5 },
            moonshot: { is: "at most", bound: 1 },
          },
          { what: `late frames, ${recharts}`, unit: "%", value: spreadOf((late[recharts] ?? []).slice(1)) },
        ],
        noise: ratioOf(standings, "processor time", again, recharts),
        faults,
        notes: [
          "Processor time is the main thread's, everything of a frame in it. uPlot is not among the packages and not measured.",
        ],
      };
    } finally {
      await browser.close();
    }
  },
};
