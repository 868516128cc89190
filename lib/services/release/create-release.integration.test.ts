import { afterAll, beforeAll, expect, test } from "vitest";
import { instantOf } from "@/lib/domain/plan/local-time";
import { openTestStand, type Person, samplePlan, type TestStand } from "@/lib/server/test-stand";
import type { NewRelease } from "./create-release";

let stand: TestStand;
let planVersionId: string;
let member: Person;

const inAnHour = () => Date.now() + 3_600_000;

beforeAll(async () => {
  stand = await openTestStand();
  member = await stand.addPerson("wangwu");
  const saved = await stand.services.savePlan({ plan: samplePlan(), source: "#", actor: stand.planner });
  if (!saved.ok) throw new Error(JSON.stringify(saved.refusal));
  planVersionId = saved.value.planVersionId;
});
afterAll(() => stand.close());

const create = (wish: Partial<NewRelease>) =>
  stand.services.createRelease({ planVersionId, mode: "rehearsal", actor: stand.planner, ...wish });

async function createdState(wish: Partial<NewRelease>) {
  const created = await create(wish);
  if (!created.ok) throw new Error(JSON.stringify(created.refusal));
  return (await stand.services.getReleaseSnapshot(created.value))?.state;
}

test("a rehearsal begins at the plan's window, on the plan's own clocks", async () => {
  const state = await createdState({ speed: 60 });
  const startsAt = instantOf("2025-03-15T02:00", "Asia/Shanghai");
  expect(state?.clock).toEqual({ mode: "rehearsal", speed: 60, startsAt, startedAt: null });
  expect(state?.status).toBe("preparing");
});

test("roles are assigned to the people of the directory", async () => {
  const state = await createdState({ roles: [{ role: "role:dba", person: { id: "wangwu", name: "forged" } }] });
  expect(state?.roles["role:dba"]).toMatchObject({ person: { id: "wangwu", name: "wangwu" }, substitutes: [] });
});

test.each([
  ["a member", () => ({ actor: member }), "planner-only"],
  ["an unknown plan", () => ({ planVersionId: "nowhere" }), "unknown-plan-version"],
  ["a speed that is no whole number", () => ({ speed: 1.5 }), "speed-out-of-range"],
  ["a speed over 120", () => ({ speed: 121 }), "speed-out-of-range"],
  [
    "a live release that is sped up",
    () => ({ mode: "live" as const, speed: 2, startsAt: inAnHour() }),
    "speed-out-of-range",
  ],
  ["a live release whose planned start is past", () => ({ mode: "live" as const }), "start-not-ahead"],
  [
    "a role that the plan does not have",
    () => ({ roles: [{ role: "role:cook" as const, person: { id: "wangwu", name: "" } }] }),
    "unknown-role",
  ],
  [
    "a person whom nobody knows",
    () => ({ roles: [{ role: "role:dba" as const, person: { id: "ghost", name: "" } }] }),
    "unknown-person",
  ],
])("%s is refused", async (_who, wish, because) => {
  expect(await create(wish())).toMatchObject({ ok: false, refusal: { because } });
});

test("nobody gives himself a say in a live release that he creates", async () => {
  const roles = [{ role: "role:dba" as const, person: { id: "planner", name: "" } }];
  const answer = await create({ mode: "live", startsAt: inAnHour(), roles });
  expect(answer).toMatchObject({ ok: false, refusal: { kind: "forbidden", because: "own-role-in-live" } });
});

test("a plan whose parts do not hang together is not saved", async () => {
  const sample = samplePlan();
  const stages = sample.stages.map((stage) => ({ ...stage, stepGroups: [99] }));
  const answer = await stand.services.savePlan({ plan: { ...sample, stages }, source: "#", actor: stand.planner });
  expect(answer).toMatchObject({
    ok: false,
    refusal: { because: "plan-incomplete", facts: { part: "step group", id: "99" } },
  });
});

test("a live release over open errors needs a reason in one's own name, which the log keeps", async () => {
  const wish = { mode: "live" as const, startsAt: inAnHour() };
  const refused = await create(wish);
  expect(refused).toMatchObject({ ok: false, refusal: { because: "plan-errors", facts: { errors: 1 } } });
  const made = await create({ ...wish, override: " the document follows " });
  if (!made.ok) throw new Error(JSON.stringify(made.refusal));
  const [created] = await stand.services.listEvents({ releaseId: made.value.releaseId, after: 0, limit: 1 });
  expect(created).toMatchObject({
    type: "release.created",
    actor: { name: "planner" },
    payload: { planErrors: { reason: "the document follows", findings: [{ line: 1 }] } },
  });
});

test("a rehearsal of a plan with errors needs no reason: it is where one learns", async () => {
  expect(await create({})).toMatchObject({ ok: true });
});

test("a rehearsal may be made with a script of faults, which its log keeps row by row; a live release never", async () => {
  const faultScript = { name: "blind", text: "start + 2 min: source_down; clear after 3 min" };
  const made = await create({ mode: "rehearsal", faultScript });
  if (!made.ok) throw new Error(JSON.stringify(made.refusal));
  const [created] = await stand.services.listEvents({ releaseId: made.value.releaseId, after: 0, limit: 1 });
  const row = {
    anchor: { kind: "start" },
    afterMs: 120_000,
    fault: "source_down",
    percent: null,
    clearAfterMs: 180_000,
  };
  expect(created).toMatchObject({ payload: { faultScript: { name: "blind", rows: [row] } } });
  expect(await create({ mode: "rehearsal", faultScript: { text: "start: meteor" } })).toMatchObject({
    ok: false,
    refusal: { because: "script-unreadable", facts: { line: 1, text: "start: meteor" } },
  });
  expect(await create({ mode: "live", startsAt: inAnHour(), faultScript })).toMatchObject({
    ok: false,
    refusal: { because: "only-in-rehearsal" },
  });
});

test("the same key 20 times at once, and again later, is one release; the same key with another wish is an error", async () => {
  const key = "create-once-key";
  const before = (await stand.services.listReleases()).length;
  const answers = await Promise.all(Array.from({ length: 20 }, () => create({ key, speed: 30 })));
  answers.push(await create({ key, speed: 30 }));
  for (const answer of answers) expect(answer).toEqual(answers[0]);
  expect(answers[0]).toMatchObject({ ok: true });
  expect(await stand.services.listReleases()).toHaveLength(before + 1);
  expect(await create({ key, speed: 60 })).toMatchObject({ ok: false, refusal: { because: "key-reused" } });
  expect(await create({ key, speed: 30, actor: await stand.addPerson("another", "planner") })).not.toEqual(answers[0]);
});

test("a refused creation burns no key", async () => {
  const key = "create-later-key";
  expect(await create({ key, planVersionId: "nowhere" })).toMatchObject({ ok: false });
  expect(await create({ key })).toMatchObject({ ok: true });
});
