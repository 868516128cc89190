import { loadavg } from "node:os";
import { openCountingSource } from "../harness/counting-source";
import { pinLoad } from "../harness/pinning";
import { startPrometheus } from "../harness/prometheus";
import { writeResults } from "../harness/results";
import { panelQueries } from "../harness/shop-history";
import { openStand } from "../harness/stand";
import { showReport, showSummary } from "../harness/table";
import { openWatchedNight } from "../harness/watched-night";
import { serveRole } from "../roles";
import { screens, watchLong } from "./watch-long";

const usualMinutes = 10;
/** Twenty questions, each its own: the four panels of five instances. */
const queries = Array.from({ length: 5 }, (_, n) => panelQueries(`shop-${n}`)).flat();
/** As B15 does, and for its reason: the nursery's size is V8's whim. */
const nodeOptions = ["--min-semi-space-size=1", "--max-semi-space-size=1"];

async function runWatch(minutes: number): Promise<number> {
  const facts = { startedAt: new Date(), loadBefore: loadavg(), isQuick: minutes < usualMinutes };
  const pinning = pinLoad();
  const stand = await openStand();
  const ends = [stand.close];
  const end = async () => {
    for (const close of ends.splice(0).toReversed()) await close();
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.once(signal, () => void end().finally(() => process.exit(130)));
  }
  try {
    const prometheus = await startPrometheus(pinning, minutes + 10);
    ends.push(prometheus.stop);
    const source = await openCountingSource(prometheus.url);
    ends.push(async () => source.close());
    const night = await openWatchedNight(stand, pinning, { queries, sourceUrl: source.url, nodeOptions });
    ends.push(night.stop);
    const wall = await night.openScreens(screens);
    const report = await watchLong({ server: night.server, wall, source, queries }, minutes);
    wall.close();
    process.stdout.write(`${showReport(report)}\n`);
    const postgres = await stand.database.pools.ordinary.query("SHOW server_version");
    const how = { ...facts, isPinned: pinning.isPinned, postgres: String(postgres.rows[0]?.server_version) };
    process.stdout.write(`kept in ${await writeResults([report], how)}\n`);
    const { text, missed } = showSummary([report]);
    process.stdout.write(text);
    return missed;
  } finally {
    await end();
  }
}

const [first = "", role = "", given = "{}"] = process.argv.slice(2);
if (first === "--role") {
  await serveRole(role, given);
} else {
  const missed = await runWatch(Number(first) > 0 ? Number(first) : usualMinutes);
  process.exit(missed > 0 ? 1 : 0);
}
