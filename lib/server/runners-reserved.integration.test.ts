import { expect, it } from "vitest";
import { boundPlan } from "@/lib/domain/release/fixtures/bound-plan";
import { smallPlan } from "@/lib/domain/release/fixtures/small-plan";
import { composeReserved } from "./runner-composition";
import { openTestStand, quietLog, startRehearsal } from "./test-stand";

const ACTION = { kind: "traffic", description: "", arguments: {}, limitMs: 60_000, followed: false, hasProbe: false };

it("a rollback is begun by its runner while every ordinary connection is taken", async () => {
  const stand = await openTestStand();
  const [instance] = stand.instances;
  if (instance === undefined) throw new RangeError("The stand has an instance.");
  const { runners, close } = composeReserved({
    ...{ url: stand.database.appUrl, log: quietLog, besides: instance.services },
  });
  const actor = await stand.addPerson("boss", "administrator");
  const wish = { name: "edge", mode: "rehearsal" as const, environment: "lab", labels: [] };
  const made = await runners.addRunner({ actor, wish });
  if (!made.ok) throw new Error(made.refusal.because);
  const own = crypto.randomUUID();
  await runners.greetRunner(made.value.runnerId, {
    ...{ protocol: 1, name: "edge", version: "1", instance: own, host: "blue", environment: "lab", labels: [] },
    ...{ actions: [{ ...ACTION, name: "nginx", kind: "traffic" }], planScripts: false },
    slots: { ordinary: 1, rollback: 1 },
  });
  const desk = await startRehearsal(stand, { plan: boundPlan(smallPlan) });
  await desk.must({ type: "item.sign", item: "item:1.1", as: "role:dba" });
  await desk.must({ type: "release.start", expectedSeq: await desk.seq(), override: "a test" });
  const { ordinary } = instance.pools.pools;
  const held = await Promise.all(Array.from({ length: ordinary.options.max }, () => ordinary.connect()));
  try {
    const committed = runners.nextCommit(10_000);
    await desk.must({ type: "rollback.start", reason: "5xx" });
    await committed;
    const runner = await runners.findRunner(made.value.token);
    if (runner === null) throw new Error("The token is unknown.");
    const ask = {
      ...{ instance: own, key: crypto.randomUUID(), free: { ordinary: 0, rollback: 1 }, waitMs: 0, holding: [] },
    };
    const [job] = (await runners.takeJobs({ runner, ask })).jobs;
    expect(job).toMatchObject({ releaseId: desk.releaseId, lane: "rollback", purpose: "traffic" });
    const begin = { instance: own, epoch: job?.epoch ?? 0, before: "start" as const };
    expect(await runners.renewJob({ runner, name: job?.id ?? "", ask: begin })).toMatchObject({ standing: "go_on" });
  } finally {
    for (const connection of held) connection.release();
  }
  await close();
  await stand.close();
});
