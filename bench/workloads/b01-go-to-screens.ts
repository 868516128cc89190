import { randomUUID } from "node:crypto";
import type { Bench, Workload } from "../harness/bench";
import { checkFinalStates } from "../harness/check-screens";
import { type Contestant, compete } from "../harness/contest";
import { type Figure, type Round, ratioOf } from "../harness/figures";
import type { Wall } from "../harness/screens";
import { type Likeness, openLikeness, readPayload, startRig } from "../harness/servers";
import type { Night } from "../harness/stand";

const screens = 50;
/** Before the code that a command takes has been compiled to the end, some hundred commands later, compiling is what is measured. */
const warmingCommands = { whole: 600, quick: 480 };
const [service, http, floor, floorAgain] = ["ours, service", "ours, HTTP", "ws", "ws again"] as const;

type Entrant = Contestant & { faults: () => Promise<string[]>; stop: () => Promise<void> };

async function goRound(
  wall: Wall,
  count: number,
  cpuMs: () => Promise<number>,
  go: () => Promise<number>,
): Promise<Round> {
  const before = await cpuMs();
  const timesMs: number[] = [];
  for (let n = 0; n < count; n += 1) {
    const started = performance.now();
    timesMs.push((await wall.reach(await go())) - started);
  }
  return { timesMs, cpuMs: (await cpuMs()) - before };
}

async function stateOf({ stand }: Bench, { releaseId }: Night) {
  const snapshot = await stand.services.getReleaseSnapshot({ releaseId });
  if (snapshot === null) throw new Error("The release is gone.");
  return snapshot.state;
}

async function enterService(bench: Bench, count: number): Promise<Entrant> {
  const night = await bench.stand.openNight();
  const payload = await readPayload(bench.stand, night);
  const rig = await startRig(bench, "ours", { night, payload });
  const began = await stateOf(bench, night);
  const wall = await rig.openWall(screens);
  const { ask } = rig.server;
  const go = () => ask("command", rig.nextCommand());
  return {
    name: service,
    round: () => goRound(wall, count, () => ask("cpuMs"), go),
    faults: async () => [...wall.faults, ...(await checkFinalStates(bench.stand, night, began, wall))],
    stop: () => {
      wall.close();
      return rig.server.stop();
    },
  };
}

/** The built product: a session's cookie, the policy, the idempotency key, and Next around it all. */
async function enterHttp(bench: Bench, count: number): Promise<Entrant> {
  const product = await bench.product();
  const night = await bench.stand.openNight();
  const began = await stateOf(bench, night);
  const wall = await product.openWall(screens, night.releaseId, began.seq);
  const go = async (): Promise<number> => {
    const path = `/api/v1/releases/${night.releaseId}/commands`;
    const answer: unknown = await product.post(path, night.nextCommand(), { "idempotency-key": randomUUID() });
    return Number(Reflect.get(Object(answer), "seq"));
  };
  return {
    name: http,
    round: () => goRound(wall, count, product.cpuMs, go),
    faults: async () => [...wall.faults, ...(await checkFinalStates(bench.stand, night, began, wall))],
    stop: async () => wall.close(),
  };
}

async function enterFloor(bench: Bench, name: string, count: number, likeness: Likeness): Promise<Entrant> {
  const rig = await startRig(bench, "ws", likeness);
  const wall = await rig.openWall(screens);
  const { ask } = rig.server;
  return {
    name,
    round: () =>
      goRound(
        wall,
        count,
        () => ask("cpuMs"),
        () => ask("command", rig.nextCommand()),
      ),
    faults: async () => wall.faults,
    stop: () => {
      wall.close();
      return rig.server.stop();
    },
  };
}

export const goToScreens: Workload = {
  id: "B1",
  run: async (bench) => {
    const count = bench.isQuick ? 60 : 150;
    const likeness = await openLikeness(bench);
    const entrants = [
      await enterService(bench, count),
      await enterFloor(bench, floor, count, likeness),
      await enterHttp(bench, count),
      ...(bench.isQuick ? [] : [await enterFloor(bench, floorAgain, count, likeness)]),
    ];
    const standings = await compete(entrants, bench.passes, warmingCommands[bench.isQuick ? "quick" : "whole"] / count);
    const faults = (await Promise.all(entrants.map((entrant) => entrant.faults()))).flat();
    await Promise.all(entrants.map((entrant) => entrant.stop()));
    const figures: Figure[] = [
      {
        what: `${service} / ${floor}, processor time`,
        unit: "×",
        value: ratioOf(standings, "processor time", service, floor),
      },
      {
        what: `${service} / ${floor}, p50`,
        unit: "×",
        value: ratioOf(standings, "p50", service, floor),
        must: { is: "at most", bound: 1.5 },
        moonshot: { is: "at most", bound: 1.1 },
      },
      {
        what: `${http} / ${floor}, processor time`,
        unit: "×",
        value: ratioOf(standings, "processor time", http, floor),
      },
      {
        what: `${http} / ${floor}, p50`,
        unit: "×",
        value: ratioOf(standings, "p50", http, floor),
        must: { is: "at most", bound: 3 },
        moonshot: { is: "at most", bound: 2 },
      },
    ];
    return {
      id: "B1",
      title: `GO → committed → last of ${screens} screens, one instance`,
      ...{ standings, figures, faults },
      ...(bench.isQuick ? {} : { noise: ratioOf(standings, "p50", floorAgain, floor) }),
      notes: ["The floor writes number, state and event with one prepared statement: no key, no rules, no chain."],
    };
  },
};
