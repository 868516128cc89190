import { snapshotSql } from "@/lib/adapters/postgres/hot-statements";
import type { Workload } from "../harness/bench";
import { type Contestant, compete, roundHere } from "../harness/contest";
import { type Figure, type Metric, ratioOf } from "../harness/figures";
import type { Night, Stand } from "../harness/stand";
import { readWithInclude } from "../peers/prisma-include";

const recent = 200;
/** Screens open a release far more often than it changes; here it changes once in so many openings. */
const openingsPerChange = 10;

const [include, includeAgain, rawJson] = ["Prisma include", "Prisma include again", "raw JSON"] as const;

function contestantsOf(stand: Stand, night: Night, count: number): Contestant[] {
  const { services, database } = stand;
  const { releaseId } = night;
  const opening = (name: string, open: () => Promise<unknown>): Contestant => ({
    name,
    round: async () => {
      const timesMs: number[] = [];
      let cpuMs = 0;
      for (let done = 0; done < count; done += openingsPerChange) {
        await night.commit(night.nextCommand());
        const round = await roundHere(openingsPerChange, open);
        timesMs.push(...round.timesMs);
        cpuMs += round.cpuMs;
      }
      return { timesMs, cpuMs };
    },
  });
  const openRaw = async () => {
    const found = await database.pools.ordinary.query({ name: "raw", text: snapshotSql, values: [releaseId, recent] });
    const plan = await database.pools.ordinary.query({
      name: "raw-plan",
      text: "SELECT content FROM plan_version WHERE id = $1",
      values: [found.rows[0]?.planVersionId],
    });
    return plan.rows[0];
  };
  const openInclude = () => readWithInclude(database.client, releaseId, recent);
  return [
    opening("ours", () => services.getReleaseSnapshot({ releaseId })),
    opening(include, openInclude),
    opening(rawJson, openRaw),
    opening(includeAgain, openInclude),
  ];
}

/** What every way of opening must agree on. */
async function findFaults(stand: Stand, { releaseId }: Night): Promise<string[]> {
  const ours = await stand.services.getReleaseSnapshot({ releaseId });
  const theirs = await readWithInclude(stand.database.client, releaseId, recent);
  const isSame = ours !== null && theirs !== null && Reflect.get(theirs, "seq") === ours.state.seq;
  return isSame ? [] : ["the ways of opening a release do not show the same number"];
}

export const openRelease: Workload = {
  id: "B6",
  run: async ({ stand, passes, isQuick }) => {
    const night = await stand.openNight();
    const standings = await compete(contestantsOf(stand, night, isQuick ? 30 : 60), passes);
    const against = (peer: string, metric: Metric): Figure => ({
      what: `${peer} / ours, ${metric}`,
      unit: "×",
      value: ratioOf(standings, metric, peer, "ours"),
    });
    return {
      id: "B6",
      title: "open a release: the server's time",
      standings,
      figures: [
        against(include, "processor time"),
        { ...against(include, "p50"), must: { is: "at least", bound: 8 }, moonshot: { is: "at least", bound: 15 } },
        against(rawJson, "processor time"),
        against(rawJson, "p50"),
      ],
      noise: ratioOf(standings, "p50", includeAgain, include),
      faults: await findFaults(stand, night),
      notes: [`The release changes once in ${openingsPerChange} openings.`],
    };
  },
};
