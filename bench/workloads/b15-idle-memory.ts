import { type Bench, twice, type Workload } from "../harness/bench";
import { type Figure, spreadOf } from "../harness/figures";
import type { BenchServer } from "../harness/server-process";
import { type Kind, readPayload, startRig } from "../harness/servers";
import type { Night } from "../harness/stand";
import type { PeerPayload } from "../peers/peer-payload";

const [ws, again] = twice;
const stock = "socket.io, stock";
const contestants: { name: string; kind: Kind }[] = [
  { name: "ours", kind: "ours" },
  { name: ws, kind: "ws" },
  { name: stock, kind: "socket.io" },
  { name: again, kind: "ws" },
];
const warmUp = 200;
const tries = 3;

type Idle = { screens: number; night: Night; payload: PeerPayload };

type Weight = { resident: number; held: number };

const named: Record<keyof Weight, string> = {
  resident: "resident memory a screen",
  held: "objects and buffers a screen",
};

/**
 * V8 lets the nursery of new objects grow to 32 MB in any burst, keeps it or gives it back as it sees fit, and none of that is a screen's:
 * it made two levels, 20 kB a screen apart, of one and the same server. Here it stays small, for all alike.
 */
const smallNursery = ["--min-semi-space-size=1", "--max-semi-space-size=1"];

async function lookAt({ ask }: BenchServer): Promise<Weight> {
  return { resident: await ask("resident"), held: await ask("held") };
}

/** kB that one idle screen costs in a server that has just been started and has had visitors before. */
async function weigh(bench: Bench, kind: Kind, { screens, night, payload }: Idle, faults: string[]): Promise<Weight> {
  const rig = await startRig(bench, kind, { night, payload, nodeOptions: smallNursery });
  const visitors = await rig.openWall(warmUp);
  const before = await lookAt(rig.server);
  const wall = await rig.openWall(screens);
  const after = await lookAt(rig.server);
  faults.push(...visitors.faults, ...wall.faults);
  wall.close();
  visitors.close();
  await rig.server.stop();
  const kb = (what: keyof Weight) => (after[what] - before[what]) / screens / 1_000;
  return { resident: kb("resident"), held: kb("held") };
}

/** A server that grew smaller while screens came gave back what was never theirs: that is no weight, and it is weighed anew. */
async function weighUntilSound(bench: Bench, kind: Kind, idle: Idle, faults: string[]): Promise<Weight> {
  for (let n = 1; ; n += 1) {
    const weight = await weigh(bench, kind, idle, faults);
    if (weight.resident >= 0 || n === tries) return weight;
  }
}

export const idleMemory: Workload = {
  id: "B15",
  run: async (bench) => {
    const screens = bench.isQuick ? 300 : 1_000;
    const night = await bench.stand.openNight();
    const idle = { screens, night, payload: await readPayload(bench.stand, night) };
    const weights = new Map<string, Weight[]>(contestants.map(({ name }) => [name, []]));
    const faults: string[] = [];
    const passes = bench.isQuick ? 1 : 3;
    for (let pass = 0; pass < passes; pass += 1) {
      for (const { name, kind } of pass % 2 === 0 ? contestants : contestants.toReversed()) {
        // Nothing is judged by these: once tells the size and the noise.
        if (pass > 0 && (name === stock || name === again)) continue;
        weights.get(name)?.push(await weighUntilSound(bench, kind, idle, faults));
      }
    }
    const valuesOf = (name: string, what: keyof Weight) => (weights.get(name) ?? []).map((weight) => weight[what]);
    const shown = (name: string, what: keyof Weight): Figure => ({
      what: `${name}, ${named[what]}`,
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
        ...[ws, stock].map((name) => shown(name, "resident")),
        ...["ours", ws, stock].map((name) => shown(name, "held")),
      ],
      noise: spreadOf(second.map((value, pass) => value / (first[pass] ?? Number.NaN))),
      faults,
      notes: [
        "What the kernel keeps for a connection is not in it.",
        "V8's nursery is held at 1 MB; left to itself it adds up to 32 MB to a process, once and however many screens there are.",
      ],
    };
  },
};
