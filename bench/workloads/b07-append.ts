import { postgresReleaseStore } from "@/lib/adapters/postgres/postgres-release-store";
import type { Append } from "@/lib/ports/release-store";
import type { Workload } from "../harness/bench";
import { type Contestant, compete } from "../harness/contest";
import { type Figure, type Metric, ratioOf } from "../harness/figures";
import { appendsOf } from "../harness/make-append";
import type { Night, Stand } from "../harness/stand";
import { appendInTransaction } from "../peers/prisma-transaction";
import { openRawAppend } from "../peers/raw-append";

type Write = (what: Append) => Promise<unknown>;
const [raw, rawAgain, prisma] = ["raw statement", "raw again", "Prisma transaction"] as const;

/** Each writes to a release of its own; what is written is made before the clock starts. */
async function enter(stand: Stand, count: number, name: string, write: Write): Promise<Contestant & { night: Night }> {
  const night = await stand.openNight();
  const next = await appendsOf(stand, night);
  const round = async () => {
    const timesMs: number[] = [];
    let cpuMs = 0;
    for (let n = 0; n < count; n += 1) {
      const what = await next(1);
      const started = performance.now();
      const before = process.cpuUsage();
      await write(what);
      const { user, system } = process.cpuUsage(before);
      timesMs.push(performance.now() - started);
      cpuMs += (user + system) / 1_000;
    }
    return { timesMs, cpuMs };
  };
  return { name, round, night };
}

export const append: Workload = {
  id: "B7",
  run: async ({ stand, passes, isQuick }) => {
    const count = isQuick ? 60 : 150;
    const log = postgresReleaseStore(stand.database).log("ordinary");
    const rawAppend = await openRawAppend(stand.urls.appUrl);
    const ours = async (what: Append) => {
      const outcome = await log.append(what);
      if (outcome !== "appended") throw new Error(`The append was ${outcome}.`);
    };
    const entrants = [
      await enter(stand, count, "ours", ours),
      await enter(stand, count, raw, rawAppend.append),
      await enter(stand, count, prisma, (what) => appendInTransaction(stand.database.client, what)),
      await enter(stand, count, rawAgain, rawAppend.append),
    ];
    const standings = await compete(entrants, passes);
    await rawAppend.close();
    const verified = await stand.services.verifyRelease({ releaseId: entrants[0]?.night.releaseId ?? "" });
    const over = (peer: string, metric: Metric): Figure => ({
      what: `${peer} / ours, ${metric}`,
      unit: "×",
      value: ratioOf(standings, metric, peer, "ours"),
    });
    const under = (metric: Metric): Figure => ({
      what: `ours / ${raw}, ${metric}`,
      unit: "×",
      value: ratioOf(standings, metric, "ours", raw),
    });
    return {
      id: "B7",
      title: "append, state and notify, durable",
      standings,
      figures: [
        over(prisma, "processor time"),
        { ...over(prisma, "p50"), must: { is: "at least", bound: 3 } },
        under("processor time"),
        { ...under("p50"), must: { is: "at most", bound: 1.6 }, moonshot: { is: "at most", bound: 1.2 } },
      ],
      noise: ratioOf(standings, "p50", rawAgain, raw),
      faults: verified.verdict === "sound" ? [] : ["the chain of what was written does not verify"],
      notes: ["Nothing but the append: what is written has been decided, folded and hashed before."],
    };
  },
};
