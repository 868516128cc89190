import { afterAll, beforeAll, expect, test } from "vitest";
import { sha256Hasher } from "@/lib/adapters/hashing/sha256-hasher";
import { DEFAULT_RUN } from "@/lib/domain/plan/measure";
import type { Plan } from "@/lib/domain/plan/plan";
import type { PlanStore } from "@/lib/ports/plan-store";
import { openTestStand, samplePlan, type TestStand } from "@/lib/server/test-stand";
import { postgresPlanStore } from "./postgres-plan-store";

let stand: TestStand;
let plans: PlanStore;

beforeAll(async () => {
  stand = await openTestStand();
  const [instance] = stand.instances;
  if (instance === undefined) throw new Error("no instance");
  plans = postgresPlanStore(instance.pools);
});
afterAll(() => stand.close());

async function save(plan: Plan, planId: string | null = null) {
  const author = { id: "planner", name: "planner" };
  const saved = await plans.save({
    ...{ planId, plan, author, source: "# a plan\r\n", message: null },
    hash: sha256Hasher.hash(plan),
  });
  if (saved === null) throw new Error("not saved");
  return saved;
}

test("the rows of the sample plan say what its content says, nothing lost and nothing added", async () => {
  const plan = samplePlan();
  const { planVersionId } = await save(plan);
  expect(await plans.readRows(planVersionId)).toEqual(plan);
  expect((await plans.findPlan(planVersionId))?.plan).toEqual(plan);
});

test("so do the rows of a plan with everything that the sample leaves out", async () => {
  const sample = samplePlan();
  const lines = { from: 1, to: 2 };
  const measure = { kind: "serving", requests: "served_total", ...DEFAULT_RUN } as const;
  const check = {
    id: "check:extra",
    name: "p99",
    text: "P99 < 100ms",
    measure,
    required: true,
    lines,
  } as const;
  const plan: Plan = {
    ...sample,
    subtitle: null,
    info: { ...sample.info, window: null, rollbackable: null, downtime: null, type: null },
    blueGreen: null,
    rollback: null,
    review: null,
    checks: [...sample.checks, check],
    gates: sample.gates.map((gate, at) => ({
      ...{ ...gate, fourEyes: true, checks: [...gate.checks, check.id] },
      ...(at === 0 ? { drillWithinHours: 4.5 } : {}),
    })),
    playbooks: sample.playbooks.map((playbook, at) => {
      if (at === 2) return playbook;
      const matchers = [
        { kind: "check" as const, check: check.id },
        { kind: "alert" as const, name: "DiskFull" },
        { kind: "output" as const, pattern: "FATAL * refused" },
      ];
      return { ...playbook, matchers: at === 0 ? matchers : [] };
    }),
    triggers: sample.triggers.map((trigger) => ({ ...trigger, check: check.id })),
    sections: sample.sections.map((section) => ({
      ...section,
      items: section.items.map((item, at) =>
        at === 0 ? { ...item, owners: ["role:unlisted", sample.manager] } : item,
      ),
    })),
    stages: sample.stages.map((stage) => ({ ...stage, parallel: true, startMin: stage.startMin + 0.5 })),
    rollbackers: [...sample.rollbackers, "role:unlisted"],
  };
  const { planVersionId } = await save(plan);
  expect(await plans.readRows(planVersionId)).toEqual(plan);
});

test("an edit is a new version beside the old one", async () => {
  const first = await save(samplePlan());
  const second = await save({ ...samplePlan(), title: "Again" }, first.planId);
  expect(second.planId).toBe(first.planId);
  const details = await plans.findDetails(first.planId);
  expect(details?.versions.map(({ number, title }) => [number, title])).toEqual([
    [2, "Again"],
    [1, samplePlan().title],
  ]);
  expect(details?.title).toBe("Again");
  expect(await plans.findVersion(first.planVersionId)).toMatchObject({ source: "# a plan\r\n", approvals: [] });
});

test("two edits at once become two versions", async () => {
  const { planId } = await save(samplePlan());
  await Promise.all([save(samplePlan(), planId), save(samplePlan(), planId)]);
  expect((await plans.findDetails(planId))?.versions.map(({ number }) => number)).toEqual([3, 2, 1]);
});

test("a version of a plan that is not there is not saved", async () => {
  await expect(save(samplePlan(), "nowhere")).rejects.toThrow("not saved");
});

test("a version from before checks had measures is read with none, and is verified as it was saved", async () => {
  const older: Plan = JSON.parse(JSON.stringify(samplePlan(), (key, value) => (key === "measure" ? undefined : value)));
  const { planVersionId } = await save(older);
  expect((await plans.findPlan(planVersionId))?.plan).toEqual(samplePlan());
  expect((await plans.findVersion(planVersionId))?.plan).toEqual(samplePlan());
  expect(sha256Hasher.hash(await plans.readContent(planVersionId))).toBe(sha256Hasher.hash(older));
});
