import { afterAll, beforeAll, expect, test } from "vitest";
import { findingKey } from "@/lib/domain/plan/finding-key";
import { openTestStand, type Person, samplePlan, type TestStand } from "@/lib/server/test-stand";

const SOURCE = "#";

let stand: TestStand;
let member: Person;
let first: { planId: string; planVersionId: string };
let key: string;

async function save(planId?: string) {
  const draft = { plan: samplePlan(), source: SOURCE, planId, actor: stand.planner };
  const saved = await stand.services.savePlan(draft);
  if (!saved.ok) throw new Error(JSON.stringify(saved.refusal));
  return saved.value;
}

beforeAll(async () => {
  stand = await openTestStand();
  member = await stand.addPerson("wangwu");
  first = await save();
  const { findings } = await stand.services.importPlan({ source: SOURCE });
  const error = findings.find(({ severity }) => severity === "error");
  if (error === undefined) throw new Error("The document has an error.");
  key = findingKey(error);
});
afterAll(() => stand.close());

const accept = (over: { reason?: string; findingKey?: string; planVersionId?: string; actor?: Person } = {}) => {
  const wish = { planVersionId: first.planVersionId, findingKey: key, reason: "known", actor: stand.planner };
  return stand.services.acceptFinding({ ...wish, ...over });
};

const createLive = (planVersionId: string) => {
  const startsAt = Date.now() + 3_600_000;
  return stand.services.createRelease({ planVersionId, mode: "live", startsAt, actor: stand.planner });
};

test.each([
  ["by whoever may not plan", () => ({ actor: member }), "planner-only"],
  ["without a reason", () => ({ reason: "  " }), "reason-missing"],
  ["that the version does not have", () => ({ findingKey: "gap | stage=none" }), "finding-not-there"],
  ["of a version that is not there", () => ({ planVersionId: "nowhere" }), "unknown-plan-version"],
])("no finding is accepted %s", async (_, over, because) => {
  expect(await accept(over())).toMatchObject({ ok: false, refusal: { because } });
});

test("what is accepted stays with its version, under a name, and lets a live release be made", async () => {
  expect(await createLive(first.planVersionId)).toMatchObject({ refusal: { because: "plan-errors" } });
  expect(await accept({ reason: " the old form " })).toEqual({ ok: true, value: null });
  const version = await stand.services.getPlanVersion(first.planVersionId);
  expect(version?.accepted).toMatchObject([{ findingKey: key, reason: "the old form", person: { name: "planner" } }]);
  expect(await createLive(first.planVersionId)).toMatchObject({ ok: true });
  expect(await accept()).toMatchObject({ refusal: { because: "finding-already-accepted" } });
});

test("the next version asks again and says who accepted it before", async () => {
  const next = await save(first.planId);
  const version = await stand.services.getPlanVersion(next.planVersionId);
  expect(version?.accepted).toEqual([]);
  expect(version?.acceptedEarlier).toMatchObject([{ findingKey: key, number: 1, reason: "the old form" }]);
  expect(await createLive(next.planVersionId)).toMatchObject({ refusal: { because: "plan-errors" } });
});
