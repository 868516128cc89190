// The load, or one of the servers under it: the same bundle plays every part, each in a process of its own.
import { loadavg } from "node:os";
import type { Bench, Workload } from "./harness/bench";
import type { Report } from "./harness/figures";
import { pinLoad } from "./harness/pinning";
import { type Product, startProduct } from "./harness/product";
import { writeResults } from "./harness/results";
import { openStand, type Stand } from "./harness/stand";
import { showReport, showSummary } from "./harness/table";
import { serveRole } from "./roles";
import { goToScreens } from "./workloads/b01-go-to-screens";
import { fanOut } from "./workloads/b03-fan-out";
import { openRelease } from "./workloads/b06-open-release";
import { append } from "./workloads/b07-append";
import { wallWeight } from "./workloads/b10-wall-weight";
import { liveCharts } from "./workloads/b12-live-charts";
import { askOnce } from "./workloads/b13-ask-once";
import { orderAndGaps } from "./workloads/b14-order-and-gaps";
import { idleMemory } from "./workloads/b15-idle-memory";
import { goToAnotherBrowser } from "./workloads/b16-go-to-another-browser";
import { longLog } from "./workloads/b17-long-log";
import { rollback } from "./workloads/b18-rollback";
import { start } from "./workloads/start";

const workloads: readonly Workload[] = [
  ...[goToScreens, fanOut, openRelease, append, wallWeight, liveCharts, askOnce, orderAndGaps, idleMemory],
  ...[goToAnotherBrowser, longLog, rollback, start],
];

/** What takes as long as it takes: a quick run leaves it out unless it is asked for. */
const LONG: ReadonlySet<string> = new Set(["B12", "B13", "B15", "B18", "START"]);

type Wish = { isQuick: boolean; only: readonly string[] };

async function runOne({ id, run }: Workload, bench: Bench): Promise<Report> {
  const started = performance.now();
  try {
    const report = await run(bench);
    return { ...report, notes: [...report.notes, `took ${Math.round((performance.now() - started) / 1_000)} s`] };
  } catch (error) {
    const fault = error instanceof Error ? error.message : String(error);
    const value = { median: Number.NaN, min: Number.NaN, max: Number.NaN };
    const must = { is: "at most", bound: 0 } as const;
    return {
      id,
      title: "could not be measured",
      standings: [],
      figures: [{ what: "run", unit: "", value, must }],
      faults: [fault],
      notes: [],
    };
  }
}

/** Ctrl-C leaves no database behind; the servers see their channel close and end by themselves. */
function endOnSignal(stand: Stand): void {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.once(signal, () => void stand.close().finally(() => process.exit(130)));
  }
  // Who reads along may go away; the run goes on to its end.
  process.stdout.on("error", () => undefined);
}

/** Runs what is wished, shows it, keeps it; answers how many musts were not met. */
async function runBench({ isQuick, only }: Wish): Promise<number> {
  const startedAt = new Date();
  const loadBefore = loadavg();
  const pinning = pinLoad();
  const stand = await openStand();
  endOnSignal(stand);
  const products: Promise<Product>[] = [];
  const bench: Bench = {
    ...{ stand, pinning, isQuick, passes: isQuick ? 2 : 5 },
    product: () => {
      const running = products[0] ?? startProduct(stand, pinning);
      products[0] = running;
      return running;
    },
  };
  const reports: Report[] = [];
  try {
    for (const workload of workloads) {
      const isWanted = only.length > 0 ? only.includes(workload.id) : !(isQuick && LONG.has(workload.id));
      if (!isWanted) continue;
      const report = await runOne(workload, bench);
      process.stdout.write(`${showReport(report)}\n`);
      reports.push(report);
    }
    const postgres = await stand.database.pools.ordinary.query("SHOW server_version");
    const facts = { startedAt, loadBefore, isQuick, isPinned: pinning.isPinned };
    const file = await writeResults(reports, { ...facts, postgres: String(postgres.rows[0]?.server_version) });
    process.stdout.write(`kept in ${file}\n`);
  } finally {
    for (const product of products) await product.then((running) => running.stop()).catch(() => undefined);
    await stand.close();
  }
  const { text, missed } = showSummary(reports);
  process.stdout.write(text);
  return missed;
}

const words = process.argv.slice(2);
const [first, role = "", given = "{}"] = words;
if (first === "--role") {
  await serveRole(role, given);
} else {
  const isQuick = words.includes("--quick");
  const missed = await runBench({ isQuick, only: words.filter((word) => /^(B\d+|START)$/.test(word)) });
  process.exit(missed > 0 && !isQuick ? 1 : 0);
}
