import { once } from "node:events";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isTested, type RealNginx, startRealNginx } from "@/lib/adapters/nginx/fixtures/real-nginx";
import type { Plan } from "@/lib/domain/plan/plan";
import { smallPlan } from "@/lib/domain/release/fixtures/small-plan";
import type { ReleaseState } from "@/lib/domain/release/state";
import { bundleRunner, RunnerStand } from "@/lib/runner/fixtures/runner-stand";
import { closeServices } from "./composition";
import { answerRunnersFirst } from "./http/answer-runners";
import { composeRunners } from "./runner-composition";
import { openTestStand, startRehearsal, type TestStand } from "./test-stand";

const lines = { from: 0, to: 0 };
const EDGE = { work: { kind: "action" as const, name: "edge", arguments: {} }, labels: [], lines };
/** Nobody, then everybody: the plan has no share in between. */
const plan: Plan = {
  ...smallPlan,
  stages: smallPlan.stages.map((stage) => (stage.share === null ? stage : { ...stage, share: 100 })),
  gates: smallPlan.gates.map((gate) =>
    gate.before.kind === "stage" ? { ...gate, before: { ...gate.before, share: 100 } } : gate,
  ),
  bindings: [{ target: { kind: "traffic" }, ...EDGE }],
};

/** Serves a runner by the product's own routes. */
async function serveRunners({ database }: TestStand): Promise<{ server: Server; url: string }> {
  Object.assign(process.env, {
    ...{ DATABASE_URL: database.appUrl, PUBLIC_URL: "http://127.0.0.1:3996", LOG_LEVEL: "silent" },
    HOLDPOINT_SECRET: "a-secret-of-the-tests-0123456789abcdef",
  });
  const answer = answerRunnersFirst(async (_, response) => void response.writeHead(404).end("{}"));
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  return { server, url: `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}` };
}

describe.runIf(isTested)("a blue-green release before the real nginx", () => {
  let stand: TestStand;
  let nginx: RealNginx;
  let server: Server;
  let host: RunnerStand;
  let entry: string;
  beforeAll(async () => {
    [stand, nginx, entry] = await Promise.all([openTestStand(), startRealNginx(), bundleRunner()]);
    const [instance] = stand.instances;
    if (instance === undefined) throw new RangeError("The stand has an instance.");
    const boss = await stand.addPerson("boss", "administrator");
    const wish = { name: "edge-host", mode: "rehearsal" as const, environment: "test", labels: ["test"] };
    const made = await composeRunners(instance.pools, instance.services).addRunner({ actor: boss, wish });
    if (!made.ok) throw new Error(made.refusal.because);
    const served = await serveRunners(stand);
    server = served.server;
    host = new RunnerStand(entry);
    writeFileSync(join(host.folder, "token"), made.value.token);
    host.describe({ traffic: { edge: { driver: "nginx", settings: nginx.settings } } }, served.url);
    host.start();
  });
  afterAll(async () => {
    await host.close();
    server.closeAllConnections();
    server.close();
    await closeServices();
    await stand.close();
    await nginx.stop();
    rmSync(entry, { force: true });
  });

  test("goes from nobody to everybody in one step, and back, and no share in between is ever asked for", async () => {
    const desk = await startRehearsal(stand, { plan, speed: 1 });
    const until = async (what: string, holds: (state: ReleaseState) => boolean) => {
      const isSo = async () => {
        const state = (await stand.services.getReleaseSnapshot(desk))?.state;
        return state !== undefined && holds(state);
      };
      await expect.poll(isSo, { timeout: 30_000, interval: 50, message: what }).toBe(true);
    };
    await desk.must({ type: "item.sign", item: "item:1.1", as: "role:dba" });
    await desk.must({ type: "release.start", expectedSeq: await desk.seq(), override: "a test" });
    await desk.must({ type: "stage.skip", stage: "stage:1", reason: "a test" });
    await desk.must({ type: "stage.skip", stage: "stage:2", reason: "a test" });
    const gate = { type: "gate.override", gate: "gate:1", round: 1, reason: "a test" } as const;
    await desk.must({ ...gate, expectedSeq: await desk.seq() });
    expect(await nginx.spread(20)).toEqual({ "v0.9.0": 20 });

    await desk.must({ type: "stage.start", stage: "stage:3", expectedSeq: await desk.seq() });
    await until("everybody is on green", ({ traffic }) => traffic.wanted === 100);
    expect(await nginx.spread(100)).toEqual({ "v1.0.0": 100 });
    const written = readFileSync(nginx.settings.file, "utf8");
    expect(written).toContain(`server ${nginx.settings.green.servers[0]};`);
    expect(written).not.toContain(`server ${nginx.settings.blue.servers[0]}`);
    await desk.must({ type: "stage.complete", stage: "stage:3", expectedSeq: await desk.seq() });

    await desk.must({ type: "rollback.start", reason: "a test" });
    await until("the traffic is back", ({ rollback }) => rollback.steps["rollback-step:1"]?.outcome === "done");
    expect(await nginx.spread(100)).toEqual({ "v0.9.0": 100 });
    const events = await stand.services.listEvents({ releaseId: desk.releaseId, after: 0, limit: 1_000 });
    const asked = events.flatMap(({ type, payload }) =>
      type === "job.requested" && payload.purpose.kind === "traffic" ? [payload.purpose.share] : [],
    );
    expect(asked).toEqual([100, 0]);
    expect(await stand.services.verifyRelease(desk)).toMatchObject({ verdict: "sound" });
  });
});
