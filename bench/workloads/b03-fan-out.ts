import { type Bench, twice, type Workload } from "../harness/bench";
import { checkFinalStates } from "../harness/check-screens";
import { type Contestant, compete } from "../harness/contest";
import { type Figure, type Round, ratioOf } from "../harness/figures";
import { type Kind, type Likeness, openLikeness, startRig } from "../harness/servers";

type Entrant = Contestant & { faults: () => Promise<string[]>; stop: () => Promise<void> };
type Part = { name: string; kind: Kind; likeness: Likeness };
type Size = { screens: number; count: number };

/** One change after another, each awaited on every screen. Ours is committed elsewhere: the server only hears of it and pushes. */
async function enter(bench: Bench, { name, kind, likeness }: Part, { screens, count }: Size): Promise<Entrant> {
  const { stand } = bench;
  const { night } = likeness;
  const rig = await startRig(bench, kind, likeness);
  const began = (await stand.services.getReleaseSnapshot({ releaseId: night.releaseId }))?.state;
  const wall = await rig.openWall(screens);
  const change = () => (kind === "ours" ? night.commit(night.nextCommand()) : rig.server.ask("push"));
  const round = async (): Promise<Round> => {
    const before = await rig.server.ask("cpuMs");
    const timesMs: number[] = [];
    for (let n = 0; n < count; n += 1) {
      const started = performance.now();
      timesMs.push((await wall.reach(await change())) - started);
    }
    return { timesMs, cpuMs: (await rig.server.ask("cpuMs")) - before };
  };
  return {
    name,
    round,
    faults: async () => [
      ...wall.faults,
      ...(kind === "ours" && began !== undefined ? await checkFinalStates(stand, night, began, wall) : []),
    ],
    stop: () => {
      wall.close();
      return rig.server.stop();
    },
  };
}

export const fanOut: Workload = {
  id: "B3",
  run: async (bench) => {
    const size = bench.isQuick ? { screens: 300, count: 8 } : { screens: 1_000, count: 30 };
    const [ws, again] = twice;
    const likeness = await openLikeness(bench);
    const parts: Omit<Part, "likeness">[] = [
      { name: "ours", kind: "ours" },
      { name: ws, kind: "ws" },
      { name: "socket.io, stock", kind: "socket.io" },
      ...(bench.isQuick ? [] : [{ name: "SSE", kind: "SSE" } as const]),
      { name: again, kind: "ws" },
    ];
    const entrants: Entrant[] = [];
    for (const part of parts) entrants.push(await enter(bench, { ...part, likeness }, size));
    const standings = await compete(entrants, bench.passes);
    const faults = (await Promise.all(entrants.map((entrant) => entrant.faults()))).flat();
    await Promise.all(entrants.map((entrant) => entrant.stop()));
    const against = (peer: string): Figure => ({
      what: `ours / ${peer}, server's processor time`,
      unit: "×",
      value: ratioOf(standings, "processor time", "ours", peer),
    });
    return {
      id: "B3",
      title: `one change to ${size.screens.toLocaleString("en")} screens`,
      standings,
      figures: [
        { ...against(ws), must: { is: "at most", bound: 1.15 }, moonshot: { is: "at most", bound: 0.9 } },
        against("socket.io, stock"),
        ...(bench.isQuick ? [] : [against("SSE")]),
      ],
      noise: ratioOf(standings, "processor time", again, ws),
      faults,
      notes: ["Ours is committed by another instance before; its times hold the commit, its processor time does not."],
    };
  },
};
