import { SourceWish } from "@/lib/contracts/sources";
import type { CheckId } from "@/lib/domain/plan/ids";
import { DEFAULT_RUN } from "@/lib/domain/plan/measure";
import type { Check, Plan } from "@/lib/domain/plan/plan";
import type { Actor } from "@/lib/domain/release/actor";
import { composeSources } from "@/lib/server/sources-composition";
import type { Pinning } from "./pinning";
import { openRoundScreens, type RoundScreens } from "./round-screens";
import { type BenchServer, startBenchServer } from "./server-process";
import { readSamplePlan, type Stand } from "./stand";

const secret = "bench ".repeat(8);
const administrator: Actor = {
  kind: "person",
  person: "bench-administrator",
  name: "bench administrator",
  permissions: ["administrator"],
};

/** A second is the shortest that a plan may ask for. */
const roundS = 1;

/** The sample plan, in which exactly these queries are asked, each by a check of its own. */
async function planAsking(queries: readonly string[]): Promise<Plan> {
  const plan = await readSamplePlan();
  const [like] = plan.checks;
  if (like === undefined) throw new Error("The sample plan has no check.");
  const more = Array.from({ length: Math.max(0, queries.length - plan.checks.length) }, (_, n): Check => {
    const id: CheckId = `check:bench-${n + 1}`;
    return { ...like, id, name: `bench ${n + 1}`, text: `bench ${n + 1}`, required: false };
  });
  const checks = [...plan.checks, ...more].map((check, n): Check => {
    const query = queries[n];
    if (query === undefined) return { ...check, measure: null };
    const pass = { comparator: ">=", value: 0 } as const;
    return {
      ...check,
      measure: { ...DEFAULT_RUN, kind: "limit", intervalS: roundS, query, unit: "", pass, fail: null },
    };
  });
  return { ...plan, checks };
}

export type WatchedNight = {
  releaseId: string;
  server: BenchServer;
  openScreens: (count: number) => Promise<RoundScreens>;
  /** The check of each query. */
  checkOf: ReadonlyMap<string, CheckId>;
  stop: () => Promise<void>;
};

type Wish = { queries: readonly string[]; sourceUrl: string; nodeOptions?: string[] };

/** A live release whose checks ask these queries of a source once a second, and the instance that watches it and tells its screens. */
export async function openWatchedNight(stand: Stand, pinning: Pinning, wish: Wish): Promise<WatchedNight> {
  const { services, actor } = stand;
  const plan = await planAsking(wish.queries);
  const sources = composeSources(stand.database, { secret, allowLoopback: true });
  const asked = SourceWish.parse({ name: "bench", kind: "prometheus", url: wish.sourceUrl });
  const source = await sources.defineSource({ actor: administrator, wish: asked });
  const saved = await services.savePlan({ plan, source: "# bench", actor });
  if (!saved.ok || !source.ok) throw new Error(JSON.stringify([saved, source]));
  const created = await services.createRelease({
    ...{ planVersionId: saved.value.planVersionId, mode: "live", actor, override: "a benchmark" },
    startsAt: (await services.now()) + 3_600_000,
  });
  if (!created.ok) throw new Error(JSON.stringify(created.refusal));
  const { releaseId } = created.value;
  const given = { databaseUrl: stand.urls.appUrl, releaseId, actor, secret };
  const { nodeOptions = [] } = wish;
  const server = await startBenchServer(pinning, { role: "ours", given, nodeOptions });
  const seq = (await services.getReleaseSnapshot({ releaseId }))?.state.seq ?? 0;
  return {
    ...{ releaseId, server },
    openScreens: (count) =>
      openRoundScreens(count, { port: server.port, join: { releaseId, seq }, cookie: "session=bench" }),
    checkOf: new Map(
      plan.checks.flatMap(({ id, measure }) => (measure?.kind === "limit" ? [[measure.query, id] as const] : [])),
    ),
    stop: async () => {
      await server.stop();
      await sources.removeSource({ actor: administrator, sourceId: source.value.sourceId });
    },
  };
}
