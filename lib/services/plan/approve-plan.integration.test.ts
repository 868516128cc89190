import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { openTestStand, type Person, samplePlan, type TestStand } from "@/lib/server/test-stand";

let stand: TestStand;
let chief: Person;
let planVersionId: string;

beforeAll(async () => {
  stand = await openTestStand();
  chief = await stand.addPerson("chief");
});
afterAll(() => stand.close());
beforeEach(async () => {
  const saved = await stand.services.savePlan({ plan: samplePlan(), source: "#", actor: stand.planner });
  if (!saved.ok) throw new Error(JSON.stringify(saved.refusal));
  planVersionId = saved.value.planVersionId;
});

const assign = (role: "role:cto" | "role:ceo" | "role:dba", person: string, actor = stand.planner) =>
  stand.services.assignApprover({ planVersionId, role, person, actor });
const approve = (role: "role:cto" | "role:ceo", actor: Person) =>
  stand.services.approvePlan({ planVersionId, role, actor });

test("the named person approves, once, and the approval keeps who had named him", async () => {
  expect(await assign("role:cto", "chief")).toEqual({ ok: true, value: null });
  expect(await approve("role:cto", chief)).toEqual({ ok: true, value: null });
  const again = await approve("role:cto", chief);
  expect(again).toMatchObject({
    refusal: { kind: "already", by: { actor: { person: "chief" }, type: "plan.approve" } },
  });
  const version = await stand.services.getPlanVersion(planVersionId);
  expect(version?.approvals).toMatchObject([
    { role: "role:cto", person: { id: "chief", name: "chief" }, assignedBy: "planner" },
  ]);
});

test("nobody names himself, nobody approves unnamed, nobody approves for another", async () => {
  expect(await assign("role:cto", "planner")).toMatchObject({ refusal: { because: "own-approver" } });
  expect(await approve("role:cto", chief)).toMatchObject({ refusal: { because: "approver-not-named" } });
  await assign("role:cto", "chief");
  expect(await approve("role:cto", stand.planner)).toMatchObject({ refusal: { because: "not-the-approver" } });
  expect(await assign("role:cto", "chief", chief)).toMatchObject({ refusal: { because: "planner-only" } });
  expect(await assign("role:dba", "chief")).toMatchObject({ refusal: { because: "approval-not-wanted" } });
});

test("a release counts as approved when everyone whom the plan asks has approved its version", async () => {
  const created = await stand.services.createRelease({ planVersionId, mode: "rehearsal", actor: stand.planner });
  if (!created.ok) throw new Error(JSON.stringify(created.refusal));
  const isApproved = async () => (await stand.services.getReleaseSnapshot(created.value))?.approved;
  for (const role of ["role:cto", "role:ceo"] as const) {
    expect(await isApproved()).toBe(false);
    await assign(role, "chief");
    await approve(role, chief);
  }
  expect(await isApproved()).toBe(true);
});
