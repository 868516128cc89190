import { type Bench, twice, type Workload } from "../harness/bench";
import { type Figure, spreadOf } from "../harness/figures";
import { type Kind, readPayload, startRig } from "../harness/servers";
import type { Night } from "../harness/stand";
import type { PeerPayload } from "../peers/peer-payload";

const [ws, again] = twice;
const contestants: { name: string; kind: Kind }[] = [
  { name: "ours", kind: "ours" },
  { name: ws, kind: "ws" },
  { name: "socket.io, stock", kind: "socket.io" },
  { name: again, kind: "ws" },
];
const warmUp = 200;

type Idle = { screens: number; night: Night; payload: PeerPayload };

type Weight = { resident: number; held: number };

/** kB that one idle screen costs in a server that has just been started and has had visitors before. */
async function weigh(bench: Bench, kind: Kind, { screens, night, payload }: Idle, faults: string[]): Promise<Weight> {
  const rig = await startRig(bench, kind, night, payload);
  const visitors = await rig.openWall(warmUp);
  await rig.server.ask("resident");
  const before = { resident: await rig.server.ask("resident"), held: await rig.server.ask("held") };
  const wall = await rig.openWall(screens);
  const after = { resident: await rig.server.ask("resident"), held: await rig.server.ask("held") };
  faults.push(...visitors.faults, ...wall.faults);
  wall.close();
  visitors.close();
  await rig.server.stop();
  const kb = (what: keyof Weight) => (after[what] - before[what]) / screens / 1_000;
  return { resident: kb("resident"), held: kb("held") };
}

export const idleMemory: Workload = {
  id: "B15",
  run: async (bench) => {
    const screens = bench.isQuick ? 250 : 1_000;
    const night = await bench.stand.openNight();
    const idle = { screens, night, payload: await readPayload(bench.stand, night) };
    const weights = new Map<string, Weight[]>(contestants.map(({ name }) => [name, []]));
    const faults: string[] = [];
    for (let pass = 0; pass < bench.passes; pass += 1) {
      for (const { name, kind } of pass % 2 === 0 ? contestants : contestants.toReversed()) {
        weights.get(name)?.push(await weigh(bench, kind, idle, faults));
      }
    }
    const valuesOf = (name: string, what: keyof Weight) => (weights.get(name) ?? []).map((weight) => weight[what]);
    const shown = (name: string, what: keyof Weight): Figure => ({
      what: `${name}, ${what === "resident" ? "resident memory" : "objects and buffers"} a screen`,
      unit: "kB",
      value: spreadOf(valuesOf(name, what)),
    });
    const [first, second] = [valuesOf(ws, "held"), valuesOf(again, "held")];
    return {
      id: "B15",
      title: `${screens.toLocaleString("en")} idle screens`,
      standings: [],
      figures: [
        { ...shown("ours", "resident"), must: { is: "at most", bound: 30 }, moonshot: { is: "at most", bound: 24 } },
        shown(ws, "resident"),
        shown("socket.io, stock", "resident"),
        shown("ours", "held"),
        shown(ws, "held"),
        shown("socket.io, stock", "held"),
      ],
      noise: spreadOf(second.map((value, pass) => value / (first[pass] ?? Number.NaN))),
      faults,
      notes: ["What the kernel keeps for a connection is not in it."],
    };
  },
};
