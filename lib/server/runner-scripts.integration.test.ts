import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sha256Hasher } from "@/lib/adapters/hashing/sha256-hasher";
import type { RunnerHello } from "@/lib/contracts/runner";
import { boundPlan } from "@/lib/domain/release/fixtures/bound-plan";
import { smallPlan } from "@/lib/domain/release/fixtures/small-plan";
import type { RunnerRecord } from "@/lib/ports/runner-store";
import { closeServices } from "./composition";
import { helloEndpoint } from "./http/runner-calls";
import { composeRunners, type Runners } from "./runner-composition";
import { openTestStand, type Person, startRehearsal, type TestStand } from "./test-stand";

const TEXT = "pg_dump shop > /backup/shop.dump";
const lines = { from: 0, to: 0 };
const bound = boundPlan(smallPlan);
const plan = {
  ...bound,
  approvals: (["role:cto", "role:ceo"] as const).map((role) => ({ role, lines })),
  stepGroups: bound.stepGroups.map((group) => ({
    ...group,
    steps: group.steps.map((step) => ({ ...step, commands: TEXT })),
  })),
  bindings: bound.bindings.map((one) =>
    one.target.kind === "step" ? { ...one, work: { kind: "script" as const } } : one,
  ),
};

let stand: TestStand;
let runners: Runners;
let boss: Person;
let approvers: Person[];

beforeAll(async () => {
  stand = await openTestStand();
  const [first] = stand.instances;
  if (first === undefined) throw new RangeError("The stand has an instance.");
  runners = composeRunners(first.pools, first.services);
  boss = await stand.addPerson("boss", "administrator");
  approvers = [await stand.addPerson("chief"), await stand.addPerson("second")];
  Object.assign(process.env, {
    ...{ DATABASE_URL: stand.database.appUrl, PUBLIC_URL: "http://127.0.0.1:3996", LOG_LEVEL: "silent" },
    HOLDPOINT_SECRET: "a-secret-of-the-tests-0123456789abcdef",
  });
});
afterAll(async () => {
  await closeServices();
  await stand.close();
});

function hello(name: string, environment = "lab"): RunnerHello {
  return {
    ...{ protocol: 1, name, version: "1", instance: crypto.randomUUID(), host: "blue", environment, labels: [] },
    ...{ actions: [], planScripts: true, slots: { ordinary: 2, rollback: 1 } },
  };
}

async function addRunner(name: string) {
  const wish = { name, mode: "rehearsal" as const, environment: "lab", labels: [] };
  const made = await runners.addRunner({ actor: boss, wish });
  if (!made.ok) throw new Error(made.refusal.because);
  return made.value;
}

async function greeted(name: string): Promise<RunnerRecord> {
  const { runnerId, token } = await addRunner(name);
  await runners.greetRunner(runnerId, hello(name));
  const found = await runners.findRunner(token);
  if (found === null) throw new Error("The token that was just made is unknown.");
  return found;
}

/** What a runner is offered for the step of a new release, after so many of the people whom the plan asks have approved its version. */
async function offeredAfter(approvals: number, runner: RunnerRecord) {
  const desk = await startRehearsal(stand, { plan });
  const version = await stand.instances[0]?.pools.client.release.findUniqueOrThrow({
    where: { id: desk.releaseId },
    select: { planVersion: { select: { id: true, hash: true } } },
  });
  const { id: planVersionId = "", hash = "" } = version?.planVersion ?? {};
  for (const [index, { role }] of plan.approvals.entries()) {
    const person = approvers[index];
    if (person === undefined || index >= approvals) continue;
    await stand.services.assignApprover({ planVersionId, role, person: person.person, actor: stand.planner });
    expect(await stand.services.approvePlan({ planVersionId, role, actor: person })).toMatchObject({ ok: true });
  }
  await desk.must({ type: "item.sign", item: "item:1.1", as: "role:dba" });
  await desk.must({ type: "release.start", expectedSeq: await desk.seq(), override: "a test" });
  await desk.must({ type: "stage.start", stage: "stage:1", expectedSeq: await desk.seq() });
  await desk.must({ type: "stage.complete", stage: "stage:1", expectedSeq: await desk.seq() });
  await desk.must({ type: "stage.start", stage: "stage:2", expectedSeq: await desk.seq() });
  await desk.must({ type: "step.run", step: "step:1.1" });
  const ask = { instance: crypto.randomUUID(), key: crypto.randomUUID(), waitMs: 0, holding: [] };
  const { jobs } = await runners.takeJobs({ runner, ask: { ...ask, free: { ordinary: 2, rollback: 1 } } });
  await desk.must({ type: "release.cancel", reason: "the end of a test" });
  return { hash, work: jobs.find(({ releaseId }) => releaseId === desk.releaseId)?.work };
}

describe("a step's own commands", () => {
  it("come with the hash of the release's own plan version and the people who approved that one, and no other", async () => {
    const runner = await greeted("scripts");
    const twice = await offeredAfter(2, runner);
    const { hash } = twice;
    expect(hash).toMatch(/^[0-9a-f]{64}$/u);
    expect(twice.work).toMatchObject({
      ...{ kind: "script", text: TEXT, textSha256: sha256Hasher.hashText(TEXT), planVersionSha256: hash },
      approvals: expect.arrayContaining(
        ["chief", "second"].map((person) => expect.objectContaining({ person, name: person, planVersionSha256: hash })),
      ),
    });
    expect((await offeredAfter(1, runner)).work).toMatchObject({ approvals: [{ person: "chief" }] });
    expect((await offeredAfter(0, runner)).work).toMatchObject({ kind: "script", approvals: [] });
  });
});

describe("a runner that says hello", () => {
  it("is refused when its host's file is for another environment than its token, and has offered nothing", async () => {
    const { token } = await addRunner("stray");
    const say = (environment: string) =>
      helloEndpoint(
        new Request("http://127.0.0.1/api/v1/runner/hello", {
          method: "POST",
          headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
          body: JSON.stringify(hello("stray", environment)),
        }),
        { params: Promise.resolve({}) },
      );
    const refused = await say("production");
    expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining("runner-environment")]);
    expect((await runners.findRunner(token))?.hello).toBeNull();
    expect((await say("lab")).status).toBe(200);
    expect((await runners.findRunner(token))?.hello).toMatchObject({ environment: "lab" });
  });
});
