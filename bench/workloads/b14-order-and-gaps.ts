import pg from "pg";
import type { Bench, Workload } from "../harness/bench";
import { checkFinalStates } from "../harness/check-screens";
import { type Figure, spreadOf } from "../harness/figures";
import { openLikeness, type Rig, startRig } from "../harness/servers";
import type { Night } from "../harness/stand";

const screensEach = 25;
const commits = 400;

async function cutListening(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'holdpoint live'",
  );
  await client.end();
}

/** Two instances of the product on one database, and the release that both have their screens on. */
type Instances = { night: Night; rigs: readonly Rig[] };

async function startInstances(bench: Bench): Promise<Instances> {
  const likeness = await openLikeness(bench);
  const rigs = await Promise.all([startRig(bench, "ours", likeness), startRig(bench, "ours", likeness)]);
  return { night: likeness.night, rigs };
}

/** Commands at both instances at once; returns what any screen of either was shown wrongly. */
async function commitAtOnce({ stand }: Bench, { night, rigs }: Instances, withCut: boolean): Promise<string[]> {
  const began = (await stand.services.getReleaseSnapshot({ releaseId: night.releaseId }))?.state;
  if (began === undefined) throw new Error("The release is gone.");
  const walls = await Promise.all(rigs.map((rig) => rig.openWall(screensEach)));
  const asked = Array.from({ length: commits }, (_, n) =>
    rigs[n % rigs.length]?.server.ask("command", { type: "note.add", text: `note ${n} of many at once` }),
  );
  if (withCut) {
    await Promise.race(asked);
    await cutListening(stand.urls.adminUrl);
  }
  const seqs = await Promise.all(asked);
  const faults = new Set(seqs).size === commits ? [] : ["two commands were given one number"];
  await Promise.all(walls.map((wall) => wall.reach(began.seq + commits)));
  for (const wall of walls) faults.push(...wall.faults, ...(await checkFinalStates(stand, night, began, wall)));
  for (const wall of walls) wall.close();
  return faults;
}

export const orderAndGaps: Workload = {
  id: "B14",
  run: async (bench) => {
    const counts: number[] = [];
    const cutCounts: number[] = [];
    const faults: string[] = [];
    const passes = bench.isQuick ? 1 : 2;
    const instances = await startInstances(bench);
    for (let pass = 0; pass < passes; pass += 1) {
      const whole = await commitAtOnce(bench, instances, false);
      counts.push(whole.length);
      faults.push(...whole);
      if (!bench.isQuick) cutCounts.push((await commitAtOnce(bench, instances, true)).length);
    }
    await Promise.all(instances.rigs.map((rig) => rig.server.stop()));
    const cut: Figure = {
      what: "the same with LISTEN cut in the middle",
      unit: "",
      value: spreadOf(cutCounts),
      moonshot: { is: "at most", bound: 0 },
    };
    return {
      id: "B14",
      title: `${commits} commits at once, two instances, ${2 * screensEach} screens`,
      standings: [],
      figures: [
        {
          what: "gaps, repetitions and wrong states",
          unit: "",
          value: spreadOf(counts),
          must: { is: "at most", bound: 0 },
        },
        ...(bench.isQuick ? [] : [cut]),
      ],
      faults,
      notes: bench.isQuick ? ["The whole run cuts LISTEN in the middle as well."] : [],
    };
  },
};
