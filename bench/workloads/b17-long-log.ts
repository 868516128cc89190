import type { Plan, Step } from "@/lib/domain/plan/plan";
import type { ReleaseEvent } from "@/lib/domain/release/events";
import { evolve } from "@/lib/domain/release/evolve";
import type { Bench, Workload } from "../harness/bench";
import { compete, roundHere } from "../harness/contest";
import { ratioOf, spreadOf } from "../harness/figures";
import { growLog } from "../harness/make-append";
import { readSamplePlan } from "../harness/stand";

const long = 5_000;
const short = 100;
const steps = 500;
const pageSize = 500;

/** The sample plan with so many steps, spread over its groups. */
async function largePlan(): Promise<Plan> {
  const plan = await readSamplePlan();
  const each = Math.ceil(steps / Math.max(1, plan.stepGroups.length));
  const stepGroups = plan.stepGroups.map((group) => {
    const [like] = group.steps;
    if (like === undefined) return group;
    const more = Array.from(
      { length: Math.max(0, each - group.steps.length) },
      (_, n): Step => ({
        ...like,
        id: `step:${group.number}.${group.steps.length + n + 1}`,
        name: `${like.name} (${n + 1})`,
      }),
    );
    return { ...group, steps: [...group.steps, ...more] };
  });
  return { ...plan, stepGroups };
}

async function measureGrowth({ stand, passes, isQuick }: Bench) {
  const nights = { [`at ${short}`]: await stand.openNight(), [`at ${long}`]: await stand.openNight() };
  await growLog(stand, nights[`at ${long}`] ?? (await stand.openNight()), long);
  const contestants = Object.entries(nights).map(([name, { commit, nextCommand }]) => ({
    name,
    round: () => roundHere(isQuick ? 40 : 150, () => commit(nextCommand())),
  }));
  return compete(contestants, passes);
}

/** Everything that opening needs of the server and the fold: the page with its snapshot, and the whole log in order. */
async function measureOpening(bench: Bench, faults: string[]) {
  const { stand } = bench;
  const night = await stand.openNight(await largePlan());
  await growLog(stand, night, long);
  const product = await bench.product();
  const openings: number[] = [];
  for (let pass = 0; pass < bench.passes; pass += 1) {
    // A change in between: what is opened is never what was kept in memory.
    const seq = await night.commit(night.nextCommand());
    const started = performance.now();
    await product.get(`/releases/${night.releaseId}`);
    const events: ReleaseEvent[] = [];
    while (events.length < seq) {
      const page = JSON.parse(
        await product.get(`/api/v1/releases/${night.releaseId}/events?after=${events.length}&limit=${pageSize}`),
      );
      events.push(...page.events);
    }
    const [, ...later] = events;
    const first = events[0];
    const state =
      first === undefined
        ? null
        : later.reduce((before, event) => evolve(night.plan, before, event), evolve(night.plan, null, first));
    openings.push((performance.now() - started) / 1_000);
    if (state?.seq !== seq) faults.push(`the fold of ${events.length} events stands at ${state?.seq}, not ${seq}`);
  }
  return spreadOf(openings);
}

export const longLog: Workload = {
  id: "B17",
  run: async (bench) => {
    const standings = await measureGrowth(bench);
    const faults: string[] = [];
    const opening = await measureOpening(bench, faults);
    const [late, early] = [`at ${long}`, `at ${short}`];
    return {
      id: "B17",
      title: `a log of ${long.toLocaleString("en")} events`,
      standings,
      figures: [
        {
          what: "one command at 5,000 / at 100, processor time",
          unit: "×",
          value: ratioOf(standings, "processor time", late, early),
        },
        {
          what: "one command at 5,000 / at 100, p50",
          unit: "×",
          value: ratioOf(standings, "p50", late, early),
          must: { is: "at most", bound: 1.2 },
          moonshot: { is: "at most", bound: 1.05 },
        },
        {
          what: `opening ${steps} steps and ${long.toLocaleString("en")} events`,
          unit: "s",
          value: opening,
          must: { is: "at most", bound: 2 },
          moonshot: { is: "at most", bound: 1 },
        },
      ],
      faults,
      notes: ["Opening = the console's page, every page of the log, and the fold of it all."],
    };
  },
};
