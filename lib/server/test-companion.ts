import type { Database } from "@/lib/adapters/postgres/database";
import { postgresCompanionStore } from "@/lib/adapters/postgres/postgres-companion-store";
import type { CompanionState } from "@/lib/contracts/grafana";
import { SourceWish } from "@/lib/contracts/sources";
import type { StageId } from "@/lib/domain/plan/ids";
import type { Plan } from "@/lib/domain/plan/plan";
import type { PersonCommand } from "@/lib/domain/release/commands";
import type { Companion } from "@/lib/engine/companion/start-companion";
import { composeCompanion } from "./companion-composition";
import { composeSources } from "./sources-composition";
import { type Kept, openTestGrafana, type TestGrafana } from "./test-grafana";
import { openTestStand, type Person, quietLog, samplePlan, type TestStand } from "./test-stand";

const secret = "s".repeat(32);
export const publicUrl = "https://holdpoint.test";

type Live = { releaseId: string; must: (command: PersonCommand) => Promise<void>; seq: () => Promise<number> };

type Defined = {
  grafana: TestGrafana;
  sourceId: string;
  put: (fields: object) => Promise<unknown>;
  test: () => Promise<unknown>;
  remove: () => Promise<unknown>;
};

type Defining = { admin: Person; grafana: TestGrafana; fields: object };

async function defineGrafana(pools: Database, { admin, grafana, fields }: Defining): Promise<Defined> {
  const sources = composeSources(pools, { secret, allowLoopback: true });
  const { url } = grafana;
  const given = { name: `grafana ${url}`, kind: "grafana", url, datasourceUid: "prom", annotates: true, ...fields };
  const put = (changed: object) =>
    sources.defineSource({ actor: admin, wish: SourceWish.parse({ ...given, ...changed }) });
  const made = await put({ secret: "hush" });
  if (!made.ok) throw new Error(made.refusal.because);
  const asked = { actor: admin, sourceId: made.value.sourceId };
  const remove = () => sources.removeSource(asked);
  return { grafana, sourceId: asked.sourceId, put, test: () => sources.trySource(asked), remove };
}

/** The stage that begins the sample plan. */
export const firstStage: StageId = samplePlan().stages[0]?.id ?? "stage:none";

/** Starts the release and its first stage. */
export async function startFirst({ must, seq }: Live): Promise<void> {
  await must({ type: "release.start", override: "a test", expectedSeq: await seq() });
  await must({ type: "stage.start", stage: firstStage, expectedSeq: await seq() });
}

/** What a Grafana was told of one release. */
export function toldOf({ annotations }: TestGrafana, { releaseId }: { releaseId: string }): Kept[] {
  return annotations.filter(({ tags }) => tags.includes(`release:${releaseId}`));
}

/** A live release: all roles are boss's, who gives every command. */
export async function openLive({ services, planner }: TestStand, boss: Person, plan: Plan): Promise<Live> {
  const saved = await services.savePlan({ plan, source: "# sample", actor: planner });
  if (!saved.ok) throw new Error(JSON.stringify(saved.refusal));
  const person = { id: boss.person, name: boss.name };
  const wish = { planVersionId: saved.value.planVersionId, mode: "live" as const, startsAt: Date.now() + 3_600_000 };
  const named = plan.roles.filter(({ id }) => id !== "role:everyone");
  const roles = named.map(({ id: role }) => ({ role, person }));
  const made = await services.createRelease({ ...wish, roles, override: "a test", actor: planner });
  if (!made.ok) throw new Error(JSON.stringify(made.refusal));
  const { releaseId } = made.value;
  const seq = async () => (await services.getReleaseSnapshot({ releaseId }))?.state.seq ?? 0;
  const must = async (command: PersonCommand) => {
    const key = `companion-${releaseId}-${await seq()}-${command.type}`;
    const answer = await services.submitCommand({ releaseId, key, command, actor: boss });
    if (answer.outcome !== "accepted") throw new Error(`${command.type}: ${JSON.stringify(answer)}`);
  };
  return { releaseId, must, seq };
}

/** Two instances over one database, Grafanas that are real HTTP servers, and followers between them; for one test file. */
export function companionStand() {
  let stand: TestStand;
  let admin: Person;
  let boss: Person;
  let closing: (() => unknown)[] = [];

  const instance = (index = 0) => {
    const found = stand.instances[index];
    if (found === undefined) throw new RangeError("no such instance");
    return found;
  };

  const grafana = async (): Promise<TestGrafana> => {
    const opened = await openTestGrafana();
    closing.push(opened.close);
    return opened;
  };

  return {
    open: async () => {
      stand = await openTestStand({ instances: 2 });
      admin = await stand.addPerson("admin", "administrator");
      boss = await stand.addPerson("boss");
    },
    /** Ends what one test has begun. */
    tidy: async () => {
      for (const close of closing.toReversed()) await close();
      closing = [];
    },
    close: () => stand.close(),
    stand: () => stand,
    instance,
    grafana,
    /** A follower as one process has it. */
    follow: ({ index = 0, allowLoopback = true } = {}): Companion => {
      const { pools: over, services: verbs } = instance(index);
      const pace = { restAfter: () => 0, lookEveryMs: 50 };
      const companion = composeCompanion({ over, verbs, secret, allowLoopback, publicUrl, log: quietLog, ...pace });
      closing.push(companion.stop);
      return companion;
    },
    /** A Grafana that an administrator has defined, and that wants annotations. */
    source: async (fields: object = {}): Promise<Defined> => {
      const defined = await defineGrafana(instance().pools, { admin, grafana: await grafana(), fields });
      closing.push(defined.remove);
      return defined;
    },
    /** Of the sample plan, unless another is given. */
    live: async (plan = samplePlan()): Promise<Live> => {
      const live = await openLive(stand, boss, plan);
      closing.push(() => live.must({ type: "release.cancel", reason: "the test is over" }).catch(() => undefined));
      return live;
    },
    stateOf: async (releaseId: string): Promise<CompanionState | undefined> =>
      (await postgresCompanionStore(instance().pools).states(releaseId))[0],
  };
}
