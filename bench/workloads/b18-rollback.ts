import { execFile, spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { firstInclude } from "@/lib/adapters/nginx/first-include";
import { type RealNginx, startRealNginx } from "@/lib/adapters/nginx/fixtures/real-nginx";
import { NginxTraffic } from "@/lib/adapters/nginx/nginx-traffic";
import type { Plan } from "@/lib/domain/plan/plan";
import type { PersonCommand } from "@/lib/domain/release/commands";
import { smallPlan } from "@/lib/domain/release/fixtures/small-plan";
import type { Bench, Workload } from "../harness/bench";
import { competeByTurns, type Turn } from "../harness/contest";
import { type Report, ratioOf, spreadOf } from "../harness/figures";
import type { Product } from "../harness/product";
import type { Stand } from "../harness/stand";
import { startTrafficRunner } from "../harness/traffic-runner";

const [ours, floor, again] = ["rollback", "reload", "reload again"] as const;
const BLUE = "v0.9.0";
const PATIENCE_MS = 30_000;
const QUIET_MS = 300;
const title = "rollback accepted → nginx reloaded → first request on the old version";
const run = promisify(execFile);

/** One shift, to everything, by a driver. */
const plan: Plan = {
  ...smallPlan,
  stages: smallPlan.stages.map((stage) => (stage.kind === "shift" ? { ...stage, share: 100 } : stage)),
  bindings: [
    {
      target: { kind: "traffic" },
      work: { kind: "action", name: "nginx", arguments: {} },
      ...{ labels: [], lines: { from: 0, to: 0 } },
    },
  ],
};

async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  const last = performance.now() + PATIENCE_MS;
  while (!(await holds())) {
    // A breath, so that who asks does not take the processor from who switches.
    await new Promise((done) => setTimeout(done, 1));
    if (performance.now() > last) throw new Error(`It did not come to this: ${what}`);
  }
}

const untilBlue = (nginx: RealNginx) => until("a user meets the old version", async () => (await nginx.get()) === BLUE);

/** A rehearsal that has everything on the new version, moved there by the runner. */
async function promote({ services, actor }: Stand, planVersionId: string, nginx: RealNginx): Promise<string> {
  const created = await services.createRelease({ planVersionId, mode: "rehearsal", speed: 1, actor });
  if (!created.ok) throw new Error(JSON.stringify(created.refusal));
  const { releaseId } = created.value;
  let expectedSeq = 1;
  const commit = async (command: PersonCommand) => {
    const answer = await services.submitCommand({ releaseId, key: randomUUID(), command, actor });
    if (answer.outcome !== "accepted") throw new Error(`${command.type}: ${JSON.stringify(answer)}`);
    expectedSeq = answer.seq;
  };
  await commit({ type: "release.start", override: "a benchmark", expectedSeq });
  for (const stage of ["stage:1", "stage:2"] as const)
    await commit({ type: "stage.skip", stage, reason: "a benchmark" });
  await commit({ type: "gate.override", gate: "gate:1", round: 1, reason: "a benchmark", expectedSeq });
  await commit({ type: "stage.start", stage: "stage:3", expectedSeq });
  await until("everything is on the new version", async () => {
    const found = await services.getReleaseSnapshot({ releaseId });
    return found?.state.traffic.wanted === 100 && (await nginx.get()) !== BLUE;
  });
  // A runner that waits for work again, as it does when nothing has happened for a moment.
  await new Promise((done) => setTimeout(done, QUIET_MS));
  return releaseId;
}

/** From the answer to the rollback's command on. */
async function rollBack(product: Product, releaseId: string, nginx: RealNginx): Promise<number> {
  const command: PersonCommand = { type: "rollback.start", reason: "a benchmark" };
  await product.post(`/api/v1/releases/${releaseId}/commands`, command, { "idempotency-key": randomUUID() });
  const accepted = performance.now();
  await untilBlue(nginx);
  return performance.now() - accepted;
}

/** The least that any rollback needs: the file lies there already, untested and unguarded; `nginx -s reload` and the first request. */
async function reload(nginx: RealNginx): Promise<number> {
  const { settings, folder } = nginx;
  const fence = { release: `floor-${randomUUID()}`, startedAt: Date.now(), epoch: 0 };
  const promoted = await new NginxTraffic(settings).set({ share: 100, fence });
  if (promoted.kind !== "set") throw new Error(`The promote failed: ${JSON.stringify(promoted)}`);
  await writeFile(settings.file, await firstInclude(settings, Date.now()));
  const begun = performance.now();
  const reloaded = run("nginx", ["-s", "reload", "-c", join(folder, "nginx.conf"), "-p", dirname(settings.pidFile)]);
  await untilBlue(nginx);
  const tookMs = performance.now() - begun;
  await reloaded;
  return tookMs;
}

async function contest(bench: Bench, nginx: RealNginx): Promise<Report> {
  const product = await bench.product();
  const { stand } = bench;
  const saved = await stand.services.savePlan({ plan, source: "# bench", actor: stand.actor });
  if (!saved.ok) throw new Error(JSON.stringify(saved.refusal));
  const stopRunner = await startTrafficRunner(bench, product, nginx.settings);
  const timed = (name: string, once: () => Promise<number>): Turn => ({
    name,
    once: async () => ({ tookMs: await once(), cpuMs: Number.NaN }),
  });
  const roll = async () => {
    const releaseId = await promote(stand, saved.value.planVersionId, nginx);
    const tookMs = await rollBack(product, releaseId, nginx);
    await until("the rollback's job is over", async () => {
      const found = await stand.services.getReleaseSnapshot({ releaseId });
      return Object.values(found?.state.jobs ?? {}).every(({ status }) => status === "ended");
    });
    const command: PersonCommand = { type: "rollback.complete", failures: "a benchmark" };
    await product.post(`/api/v1/releases/${releaseId}/commands`, command, { "idempotency-key": randomUUID() });
    return tookMs;
  };
  try {
    const turns = [timed(ours, roll), timed(floor, () => reload(nginx)), timed(again, () => reload(nginx))];
    const standings = await competeByTurns(turns, { passes: bench.isQuick ? 1 : 3, count: 3 });
    const own = standings.find(({ name }) => name === ours)?.passes.map(({ p50Ms }) => p50Ms) ?? [];
    return {
      ...{ id: "B18", title, standings, faults: [], noise: ratioOf(standings, "p50", again, floor) },
      figures: [
        {
          what: "ours, by the product and a runner / nginx -s reload alone",
          unit: "×",
          value: ratioOf(standings, "p50", ours, floor),
          must: { is: "at most", bound: 1.5 },
        },
        { what: "ours", unit: "ms", value: spreadOf(own) },
      ],
      notes: [
        "From the answer to the command on; lock, fence, test and reload are in it, and the probe goes on behind it.",
      ],
    };
  } finally {
    await stopRunner();
  }
}

export const rollback: Workload = {
  id: "B18",
  run: async (bench) => {
    if (spawnSync("nginx", ["-v"]).error !== undefined) {
      const notes = ["There is no nginx on this machine: not measured."];
      return { id: "B18", title, standings: [], figures: [], faults: [], notes };
    }
    const nginx = await startRealNginx();
    try {
      return await contest(bench, nginx);
    } finally {
      await nginx.stop();
    }
  },
};
