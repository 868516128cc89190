import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { postgresCompanionStore } from "@/lib/adapters/postgres/postgres-companion-store";
import { SourceWish } from "@/lib/contracts/sources";
import type { PersonCommand } from "@/lib/domain/release/commands";
import type { Companion } from "@/lib/engine/companion/start-companion";
import { composeCompanion } from "./companion-composition";
import { composeSources } from "./sources-composition";
import { openTestGrafana, type TestGrafana } from "./test-grafana";
import { openTestStand, type Person, quietLog, samplePlan, startRehearsal, type TestStand } from "./test-stand";

const secret = "s".repeat(32);
const publicUrl = "https://holdpoint.test";
const soon = { timeout: 20_000, interval: 100 };
let stand: TestStand;
let admin: Person;
let boss: Person;
let closing: (() => unknown)[] = [];

beforeAll(async () => {
  stand = await openTestStand({ instances: 2 });
  admin = await stand.addPerson("admin", "administrator");
  boss = await stand.addPerson("boss");
});
afterEach(async () => {
  for (const close of closing.toReversed()) await close();
  closing = [];
});
afterAll(() => stand.close());

function instanceOf(index: number) {
  const instance = stand.instances[index];
  if (instance === undefined) throw new RangeError("no such instance");
  return instance;
}

/** A follower as one process has it. */
function follow({ index = 0, allowLoopback = true } = {}): Companion {
  const { pools, services } = instanceOf(index);
  const restAfter = () => 0;
  const parts = {
    over: pools,
    verbs: services,
    secret,
    allowLoopback,
    publicUrl,
    log: quietLog,
    restAfter,
    lookEveryMs: 50,
  };
  const companion = composeCompanion(parts);
  closing.push(companion.stop);
  return companion;
}

async function grafanaSource(
  fields: object = {},
): Promise<{ grafana: TestGrafana; sourceId: string; test: () => Promise<unknown> }> {
  const grafana = await openTestGrafana();
  const sources = composeSources(instanceOf(0).pools, { secret, allowLoopback: true });
  const name = `grafana ${grafana.url}`;
  const given = { name, kind: "grafana", url: grafana.url, datasourceUid: "prom", secret: "hush", annotates: true };
  const made = await sources.defineSource({ actor: admin, wish: SourceWish.parse({ ...given, ...fields }) });
  if (!made.ok) throw new Error(made.refusal.because);
  const { sourceId } = made.value;
  closing.push(
    () => grafana.close(),
    () => sources.removeSource({ actor: admin, sourceId }),
  );
  return { grafana, sourceId, test: () => sources.trySource({ actor: admin, sourceId }) };
}

type Live = { releaseId: string; must: (command: PersonCommand) => Promise<void>; seq: () => Promise<number> };

async function liveRelease(): Promise<Live> {
  const { services, planner } = stand;
  const plan = samplePlan();
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
  closing.push(() => must({ type: "release.cancel", reason: "the test is over" }).catch(() => undefined));
  return { releaseId, must, seq };
}

const [first] = samplePlan().stages.map(({ id }) => id);
if (first === undefined) throw new Error("The sample plan has stages.");

/** Starts the release and its first stage. */
const startFirst = async ({ must, seq }: Live): Promise<void> => {
  await must({ type: "release.start", override: "a test", expectedSeq: await seq() });
  await must({ type: "stage.start", stage: first, expectedSeq: await seq() });
};

/** What a Grafana was told of one release. */
const toldOf = ({ annotations }: TestGrafana, { releaseId }: { releaseId: string }) =>
  annotations.filter(({ tags }) => tags.includes(`release:${releaseId}`));

const stateOf = async (releaseId: string) => (await postgresCompanionStore(instanceOf(0).pools).states(releaseId))[0];

test("a stage is one region from its start to its end, a rollback two points, each with who, tags and the way back", async () => {
  const { grafana } = await grafanaSource();
  const live = await liveRelease();
  follow();
  await startFirst(live);
  await vi.waitFor(() => expect(toldOf(grafana, live)).toHaveLength(1), soon);
  const [region] = toldOf(grafana, live);
  expect(region).not.toHaveProperty("timeEnd");
  expect(region?.tags).toEqual(expect.arrayContaining(["holdpoint", `release:${live.releaseId}`, "stage"]));
  await live.must({ type: "stage.stop", stage: first, reason: "too <slow>" });
  await vi.waitFor(() => expect(toldOf(grafana, live)[0]).toHaveProperty("timeEnd"), soon);
  expect(region?.timeEnd).toBeGreaterThan(region?.time ?? 0);
  expect(region?.text).toContain("boss");
  expect(region?.text).toContain("too &lt;slow&gt;");
  expect(region?.text).toContain(`href="${publicUrl}/releases/${live.releaseId}"`);
  await live.must({ type: "rollback.start", reason: "back" });
  await live.must({ type: "rollback.complete", failures: "a test" });
  await vi.waitFor(() => expect(toldOf(grafana, live)).toHaveLength(3), soon);
  expect(
    toldOf(grafana, live)
      .slice(1)
      .map(({ tags }) => tags.includes("rollback")),
  ).toEqual([true, true]);
});

test("a Grafana that goes away in the middle is told all of it when it is back, and its lamp says since when", async () => {
  const { grafana } = await grafanaSource();
  const live = await liveRelease();
  const one = follow();
  await startFirst(live);
  await vi.waitFor(() => expect(toldOf(grafana, live)).toHaveLength(1), soon);
  grafana.mood = "down";
  await live.must({ type: "stage.stop", stage: first, reason: "slow" });
  await live.must({ type: "rollback.start", reason: "back" });
  await vi.waitFor(async () => expect(await stateOf(live.releaseId)).toMatchObject({ because: "http-503" }), soon);
  expect(await stateOf(live.releaseId)).toMatchObject({
    failingSince: expect.any(Number),
    deliveredAt: expect.any(Number),
  });
  await one.stop();
  grafana.mood = "up";
  follow();
  await vi.waitFor(() => expect(toldOf(grafana, live)).toHaveLength(2), soon);
  expect(toldOf(grafana, live)[0]).toHaveProperty("timeEnd");
  await vi.waitFor(
    async () => expect(await stateOf(live.releaseId)).toMatchObject({ failingSince: null, because: null }),
    soon,
  );
});

test("an annotation whose answer got lost is found again, by another process too, and not written twice", async () => {
  const { grafana } = await grafanaSource();
  const live = await liveRelease();
  grafana.mood = "deaf";
  const one = follow();
  await startFirst(live);
  await vi.waitFor(async () => expect((await stateOf(live.releaseId))?.failingSince).not.toBeNull(), soon);
  await one.stop();
  grafana.mood = "up";
  follow({ index: 1 });
  await live.must({ type: "stage.stop", stage: first, reason: "slow" });
  await vi.waitFor(() => expect(toldOf(grafana, live)[0]).toHaveProperty("timeEnd"), soon);
  expect(toldOf(grafana, live)).toHaveLength(1);
});

test("of two processes only one tells it", async () => {
  const { grafana } = await grafanaSource({ dashboardUid: "night", panels: [3, 4] });
  const live = await liveRelease();
  follow();
  follow({ index: 1 });
  await startFirst(live);
  await live.must({ type: "stage.stop", stage: first, reason: "slow" });
  await vi.waitFor(
    () => expect(toldOf(grafana, live).filter(({ timeEnd }) => timeEnd !== undefined)).toHaveLength(2),
    soon,
  );
  expect(toldOf(grafana, live).map(({ panelId }) => panelId)).toEqual([3, 4]);
});

test("nothing of a rehearsal leaves the machine", async () => {
  const { grafana } = await grafanaSource();
  const desk = await startRehearsal(stand);
  await desk.must({ type: "release.start", override: "a test", expectedSeq: await desk.seq() });
  await desk.must({ type: "stage.start", stage: first, expectedSeq: await desk.seq() });
  const live = await liveRelease();
  follow();
  await startFirst(live);
  // The live one, which comes later in the log's time, was told: the rehearsal's turn would have been before or with it.
  await vi.waitFor(() => expect(toldOf(grafana, live)).toHaveLength(1), soon);
  expect(await stateOf(desk.releaseId)).toBeUndefined();
  expect(toldOf(grafana, desk)).toEqual([]);
});

describe("the address is checked as a source's is", () => {
  test("credentials follow no redirect to another host", async () => {
    const other = await openTestGrafana();
    closing.push(() => other.close());
    const { grafana } = await grafanaSource();
    Object.assign(grafana, { mood: "elsewhere", elsewhere: `${other.url}/api/annotations` });
    const live = await liveRelease();
    follow();
    await startFirst(live);
    await vi.waitFor(async () => expect(await stateOf(live.releaseId)).toMatchObject({ because: "redirected" }), soon);
    expect(grafana.seen.every(({ authorisation }) => authorisation === "Bearer hush")).toBe(true);
    expect(other.seen).toEqual([]);
  });

  test("this machine's own addresses are refused, unless it is a lab", async () => {
    const { grafana } = await grafanaSource();
    const live = await liveRelease();
    follow({ allowLoopback: false });
    await startFirst(live);
    await vi.waitFor(
      async () => expect(await stateOf(live.releaseId)).toMatchObject({ because: "address_refused" }),
      soon,
    );
    expect(grafana.seen).toEqual([]);
  });
});

test.each([
  ["may", { "annotations:read": ["*"], "annotations:create": ["*"], "annotations:write": ["*"] }, "ok"],
  ["may not", { "annotations:read": ["*"] }, "denied"],
  ["may, as far as an old Grafana can say,", null, "unknown"],
])(
  "a test of the connection says that annotations %s be written, and writes none",
  async (_, permissions, annotations) => {
    const source = await grafanaSource();
    source.grafana.permissions = permissions;
    expect(await source.test()).toMatchObject({ ok: true, value: { outcome: "ok", annotations } });
    expect(source.grafana.annotations).toEqual([]);
  },
);
