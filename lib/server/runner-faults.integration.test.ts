import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { StepId } from "@/lib/domain/plan/ids";
import type { Plan } from "@/lib/domain/plan/plan";
import { smallPlan } from "@/lib/domain/release/fixtures/small-plan";
import { checkInvariants } from "@/lib/domain/release/invariants";
import { jobsOf } from "@/lib/domain/release/job";
import { FaultProxy } from "@/lib/runner/fixtures/fault-proxy";
import { bundleRunner, RunnerStand, until } from "@/lib/runner/fixtures/runner-stand";
import { bundle, root } from "@/scripts/build/bundle.mjs";
import { freePort } from "@/scripts/test/free-ports";
import { composeRunners, type Runners } from "./runner-composition";
import { type Desk, openTestStand, startRehearsal, type TestStand } from "./test-stand";

const script = resolve(root, ".cache/run/runner-service-process.mjs");
/** More of them: HOLDPOINT_RUNNER_FAULTS=300 npx vitest run --project integration lib/server/runner-faults */
const MOMENTS = Number(process.env["HOLDPOINT_RUNNER_FAULTS"] ?? 30);
const LINES = 40;
const COUNT = `echo begin >> "$1"; i=0; while [ $i -lt ${LINES} ]; do i=$((i+1)); echo "line $i"; sleep 0.01; done; echo end >> "$1"`;
const counted = Array.from({ length: LINES }, (_, index) => `line ${index + 1}\n`).join("");

let stand: TestStand;
let runners: Runners;
let host: RunnerStand;
let line: FaultProxy;
let server: ReturnType<typeof relay>;
let entry: string;

/** A server process that is warm and waits for its turn. */
function startServer(databaseUrl: string) {
  const secrets = { HOLDPOINT_SECRET: "s".repeat(32), LOG_LEVEL: "silent" };
  const env = { ...process.env, ...secrets, DATABASE_URL: databaseUrl };
  const child: ChildProcess = spawn(process.execPath, [script], { env, stdio: ["pipe", "pipe", "inherit"] });
  const ended = once(child, "exit");
  const { stdin, stdout } = child;
  if (stdin === null || stdout === null) throw new Error("no pipes");
  const lines = createInterface({ input: stdout });
  const warm = once(lines, "line");
  stdin.on("error", () => undefined);
  return {
    listen: async (port: number) => {
      await warm;
      const listening = once(lines, "line");
      stdin.write(`${port}\n`);
      await listening;
    },
    kill: async () => {
      child.kill("SIGKILL");
      await ended;
    },
  };
}

/** The server in use, and the next one that is already warm: a restart takes what a restart takes, not what this machine makes of it. */
function relay(databaseUrl: string, port: number) {
  let current = startServer(databaseUrl);
  let next = startServer(databaseUrl);
  return {
    listen: () => current.listen(port),
    restart: async () => {
      await current.kill();
      current = next;
      next = startServer(databaseUrl);
      await current.listen(port);
    },
    end: () => Promise.all([current.kill(), next.kill()]),
  };
}

const stepId = (number: number): StepId => `step:1.${number}`;

/** The small plan with a step for every moment, each left to a runner. */
function planOfMany(count: number): Plan {
  const lines = { from: 0, to: 0 };
  const steps = Array.from({ length: count }, (_, index) => ({
    ...{ id: stepId(index + 1), name: `Count ${index + 1}`, commands: "", language: "bash", lines },
  }));
  const bindings = steps.map(({ id }) => ({
    target: { kind: "step" as const, step: id },
    work: { kind: "action" as const, name: "count", arguments: { name: id.replace("step:1.", "mark-") } },
    ...{ labels: [], lines },
  }));
  return { ...smallPlan, stepGroups: smallPlan.stepGroups.map((group) => ({ ...group, steps })), bindings };
}

beforeAll(async () => {
  await bundle({ entry: resolve(root, "scripts/test/runner-service-process.ts"), outfile: script });
  entry = await bundleRunner();
  stand = await openTestStand();
  const [instance] = stand.instances;
  if (instance === undefined) throw new RangeError("The stand has an instance.");
  runners = composeRunners(instance.pools, instance.services);
  const boss = await stand.addPerson("boss", "administrator");
  const wish = { name: "faulty-host", mode: "rehearsal" as const, environment: "test", labels: ["test"] };
  const made = await runners.addRunner({ actor: boss, wish });
  if (!made.ok) throw new Error(made.refusal.because);
  const port = await freePort();
  server = relay(stand.database.appUrl, port);
  await server.listen();
  line = new FaultProxy(port);
  host = new RunnerStand(entry);
  writeFileSync(join(host.folder, "token"), made.value.token);
  const name = { type: "string", pattern: "[a-z0-9-]+" };
  const count = { command: ["sh", "-c", COUNT, "sh", `${host.folder}/marks/\${name}`], arguments: { name } };
  host.describe({ slots: { ordinary: 8, rollback: 1 }, actions: { count } }, await line.listen());
});
afterAll(async () => {
  await line.close();
  await server.end();
  await host.close();
  await stand.close();
  rmSync(entry, { force: true });
});

const FAULTS = ["runner killed", "server killed", "line cut", "answers lost", "line slow"] as const;
const LINE = {
  "line cut": { kind: "cut" },
  "answers lost": { kind: "swallow_answers" },
  "line slow": { kind: "delay", ms: 60 },
} as const;
type Moment = { fault: (typeof FAULTS)[number]; afterMs: number; forMs: number };
const moments = fc.record({ fault: fc.constantFrom(...FAULTS), afterMs: fc.nat(250), forMs: fc.nat(200) });

async function happen({ fault, afterMs, forMs }: Moment): Promise<void> {
  await sleep(afterMs);
  if (fault === "runner killed") {
    await host.kill();
    host.start();
  } else if (fault === "server killed") await server.restart();
  else {
    line.set(LINE[fault]);
    await sleep(forMs);
    line.set({ kind: "none" });
  }
}

async function beginSteps(desk: Desk): Promise<void> {
  await desk.must({ type: "item.sign", item: "item:1.1", as: "role:dba" });
  await desk.must({ type: "release.start", expectedSeq: await desk.seq(), override: "a test" });
  await desk.must({ type: "stage.start", stage: "stage:1", expectedSeq: await desk.seq() });
  await desk.must({ type: "stage.complete", stage: "stage:1", expectedSeq: await desk.seq() });
  await desk.must({ type: "stage.start", stage: "stage:2", expectedSeq: await desk.seq() });
}

/** Processes of this test's jobs that still live, whoever was to look after them. */
function left(): string[] {
  const pids = host.journals().flatMap((one) => [...one.matchAll(/"identity":\{"pid":(\d+)/gu)].map(([, pid]) => pid));
  return pids.filter((pid): pid is string => {
    try {
      return pid !== undefined && !/\) [ZX] /u.test(readFileSync(`/proc/${pid}/stat`, "latin1"));
    } catch {
      return false;
    }
  });
}

test(
  `at ${MOMENTS} random moments runner or server killed, line cut, slow or losing answers: no action twice, no ghost, output whole`,
  async () => {
    const seed = Date.now();
    const desk = await startRehearsal(stand, { plan: planOfMany(MOMENTS), speed: 1 });
    await beginSteps(desk);
    host.start();
    for (const [index, moment] of fc.sample(moments, { seed, numRuns: MOMENTS }).entries()) {
      await desk.must({ type: "step.run", step: stepId(index + 1), stage: "stage:2" });
      await happen(moment);
    }
    const snapshot = async () => {
      const found = await stand.services.getReleaseSnapshot(desk);
      if (found === null) throw new Error("The release is gone.");
      return found.state;
    };
    const isOver = async () => jobsOf(await snapshot()).every(({ job }) => job.status === "ended");
    await expect.poll(isOver, { timeout: 90_000, interval: 100, message: `seed ${seed}` }).toBe(true);
    await until(`nothing is left running (seed ${seed})`, () => left().length === 0);
    const state = await snapshot();
    const jobs = jobsOf(state);
    expect(jobs).toHaveLength(MOMENTS);
    for (const { id, job } of jobs) {
      const number = Number(id.replace("job:", ""));
      const step = state.stages["stage:2"]?.steps[stepId(number)];
      const marks = host.marked(`mark-${number}`);
      const where = `${id}, seed ${seed}: ${JSON.stringify(job.ended)}`;
      if (job.ended?.outcome === "succeeded") {
        expect(marks, where).toBe("begin\nend\n");
        const size = await runners.outputSize({ releaseId: desk.releaseId, job: id });
        const output = await runners.readOutput({ releaseId: desk.releaseId, job: id }, { from: 0, limit: size });
        expect(Buffer.from(output).toString("utf8").endsWith(`\n\n${counted}`), where).toBe(true);
        expect(step?.status, where).toBe("done");
      } else if (job.ended?.outcome === "refused") expect(marks, where).toBe("");
      else expect(step?.status, where).toMatch(/^(?:unknown|failed)$/u);
      expect(marks.split("begin").length, where).toBeLessThanOrEqual(2);
    }
    expect(jobs.filter(({ job }) => job.ended?.outcome === "succeeded").length, `seed ${seed}`).toBeGreaterThan(
      MOMENTS / 2,
    );
    const events = await stand.services.listEvents({ releaseId: desk.releaseId, after: 0, limit: 1_000 });
    expect(checkInvariants(desk.plan, events, state), `seed ${seed}`).toEqual([]);
    expect(await stand.services.verifyRelease(desk)).toMatchObject({ verdict: "sound" });
  },
  180_000 + MOMENTS * 2_000,
);
