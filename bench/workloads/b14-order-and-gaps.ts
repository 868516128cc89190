import pg from "pg";
import type { Bench, Workload } from "../harness/bench";
import { checkFinalStates } from "../harness/check-screens";
import { type Figure, spreadOf } from "../harness/figures";
import { readPayload, startRig } from "../harness/servers";

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

/** Commands at two instances at once; returns what any screen of either was shown wrongly. */
async function commitAtOnce(bench: Bench, { withCut }: { withCut: boolean }): Promise<string[]> {
  const { stand } = bench;
  const night = await stand.openNight();
  const payload = await readPayload(stand, night);
  const began = (await stand.services.getReleaseSnapshot({ releaseId: night.releaseId }))?.state;
  if (began === undefined) throw new Error("The release is gone.");
  const rigs = [await startRig(bench, "ours", { night, payload }), await startRig(bench, "ours", { night, payload })];
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
  await Promise.all(rigs.map((rig) => rig.server.stop()));
  return faults;
}

export const orderAndGaps: Workload = {
  id: "B14",
  run: async (bench) => {
    const counts: number[] = [];
    const cutCounts: number[] = [];
    const faults: string[] = [];
    const passes = bench.isQuick ? 1 : 3;
    for (let pass = 0; pass < passes; pass += 1) {
      const whole = await commitAtOnce(bench, { withCut: false });
      counts.push(whole.length);
      faults.push(...whole);
      if (!bench.isQuick) cutCounts.push((await commitAtOnce(bench, { withCut: true })).length);
    }
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
