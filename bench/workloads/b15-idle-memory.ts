import { type Bench, twice, type Workload } from "../harness/bench";
import { type Figure, type Spread, spreadOf } from "../harness/figures";
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
const warmUp = 50;

type Idle = { screens: number; night: Night; payload: PeerPayload };

/** kB in use that one idle screen costs in a server that has just been started and has had visitors before. */
async function weigh(bench: Bench, kind: Kind, { screens, night, payload }: Idle, faults: string[]): Promise<number> {
  const rig = await startRig(bench, kind, night, payload);
  const visitors = await rig.openWall(warmUp);
  const before = await rig.server.ask("memory");
  const wall = await rig.openWall(screens);
  const after = await rig.server.ask("memory");
  faults.push(...visitors.faults, ...wall.faults);
  wall.close();
  visitors.close();
  await rig.server.stop();
  return (after - before) / screens / 1_000;
}

export const idleMemory: Workload = {
  id: "B15",
  run: async (bench) => {
    const screens = bench.isQuick ? 300 : 1_000;
    const night = await bench.stand.openNight();
    const idle = { screens, night, payload: await readPayload(bench.stand, night) };
    const weights = new Map<string, number[]>(contestants.map(({ name }) => [name, []]));
    const faults: string[] = [];
    for (let pass = 0; pass < bench.passes; pass += 1) {
      for (const { name, kind } of pass % 2 === 0 ? contestants : contestants.toReversed()) {
        weights.get(name)?.push(await weigh(bench, kind, idle, faults));
      }
    }
    const weightOf = (name: string): Spread => spreadOf(weights.get(name) ?? []);
    const shown = (name: string): Figure => ({
      what: `${name}, memory in use a screen`,
      unit: "kB",
      value: weightOf(name),
    });
    return {
      id: "B15",
      title: `${screens.toLocaleString("en")} idle screens`,
      standings: [],
      figures: [
        { ...shown("ours"), must: { is: "at most", bound: 30 }, moonshot: { is: "at most", bound: 24 } },
        shown(ws),
        shown("socket.io, stock"),
      ],
      noise: spreadOf((weights.get(again) ?? []).map((value, pass) => value / (weights.get(ws)?.[pass] ?? Number.NaN))),
      faults,
      notes: ["In use = resident, less what the heap keeps free. What the kernel keeps a connection is not in it."],
    };
  },
};
