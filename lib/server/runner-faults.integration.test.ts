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
import { type JobId, jobsOf } from "@/lib/domain/release/job";
import { FaultProxy } from "@/lib/runner/fixtures/fault-proxy";
import { bundleRunner, RunnerStand, until } from "@/lib/runner/fixtures/runner-stand";
import { bundle, root } from "@/scripts/build/bundle.mjs";
import { freePort } from "@/scripts/test/free-ports";
import { composeRunners, type Runners } from "./runner-composition";
import { type Desk, openTestStand, startRehearsal, type TestStand } from "./test-stand";

const script = resolve(root, ".cache/run/runner-service-process.mjs");
/** More of them: HOLDPOINT_RUNNER_FAULTS=300 npx vitest run --project integration lib/server/runner-faults */
const MOMENTS = Number(process.env["HOLDPOINT_RUNNER_FAULTS"] ?? 30);
/** The same ones once more: HOLDPOINT_RUNNER_SEED, with the number that a failure names. */
const SEED = Number(process.env["HOLDPOINT_RUNNER_SEED"] ?? Date.now());
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

const FAULTS = ["runner killed", "server killed", "line cut", "answers cut", "line cut past the lease"] as const;
/** `atWork`: the moment comes while something runs, and not just any time after the step was asked for. */
type Moment = { fault: (typeof FAULTS)[number]; atWork: boolean; afterMs: number; forMs: number };
const forMs = fc.oneof(
  { weight: 4, arbitrary: fc.nat(200) },
  { weight: 1, arbitrary: fc.integer({ min: 500, max: 1_500 }) },
);
const moments = fc.record({ fault: fc.constantFrom(...FAULTS), atWork: fc.boolean(), afterMs: fc.nat(250), forMs });

/** Something runs, or nothing does for so long that the moment comes all the same: what was asked for may have been refused by then. */
async function untilAtWork(): Promise<void> {
  const isAtWork = () =>
    Array.from({ length: MOMENTS }, (_, index) => host.marked(`mark-${index + 1}`)).includes("begin\n");
  const until = performance.now() + 2_000;
  while (!isAtWork() && performance.now() < until) await sleep(15);
}

/** As if the line had been away for as long as every lease lasts: what was begun and has not told its end is lost. */
async function outlastLeases(): Promise<void> {
  const [instance] = stand.instances;
  await instance?.pools.client.$executeRawUnsafe("UPDATE job_lease SET until = now() - interval '1 second'");
  await runners.loseSilentJobs();
}

async function happen({ fault, atWork, afterMs, forMs }: Moment): Promise<void> {
  if (atWork) await untilAtWork();
  await sleep(afterMs);
  if (fault === "runner killed") {
    await host.kill();
    host.start();
  } else if (fault === "server killed") await server.restart();
  else {
    line.set({ kind: fault === "answers cut" ? "swallow_answers" : "cut" });
    await sleep(forMs);
    if (fault === "line cut past the lease") await outlastLeases();
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

/** Every job that the host has taken has an end that the server has heard. A kill may leave a journal without its first record: no job. */
function isAllTold(): boolean {
  const taken = host.journals().filter((journal) => journal.includes('"kind":"accepted"'));
  return taken.every((journal) => journal.includes('"kind":"told"'));
}

/** What was kept of a job's output, without the words at its head. */
async function keptOutput(releaseId: string, job: JobId): Promise<string> {
  const size = await runners.outputSize({ releaseId, job });
  const kept = Buffer.from(await runners.readOutput({ releaseId, job }, { from: 0, limit: size })).toString("utf8");
  const head = kept.indexOf("\n\n");
  return head < 0 ? "" : kept.slice(head + 2);
}

test(
  `at ${MOMENTS} random moments runner or server killed, or the line cut, past the leases too: no action twice, no ghost, output whole`,
  async () => {
    const where = `seed ${SEED}`;
    const desk = await startRehearsal(stand, { plan: planOfMany(MOMENTS), speed: 1 });
    await beginSteps(desk);
    host.start();
    for (const [index, moment] of fc.sample(moments, { seed: SEED, numRuns: MOMENTS }).entries()) {
      await desk.must({ type: "step.run", step: stepId(index + 1), stage: "stage:2" });
      await happen(moment);
    }
    const snapshot = async () => {
      const found = await stand.services.getReleaseSnapshot(desk);
      if (found === null) throw new Error("The release is gone.");
      return found.state;
    };
    const isOver = async () => jobsOf(await snapshot()).every(({ job }) => job.status === "ended");
    await expect.poll(isOver, { timeout: 90_000, interval: 100, message: where }).toBe(true);
    await until(`nothing is left running (${where})`, () => left().length === 0);
    await until(`every end is told (${where})`, isAllTold, 90_000);
    const state = await snapshot();
    const jobs = jobsOf(state);
    expect(jobs).toHaveLength(MOMENTS);
    const ends: Record<string, number> = {};
    for (const { id, job } of jobs) {
      const number = Number(id.replace("job:", ""));
      const step = state.stages["stage:2"]?.steps[stepId(number)]?.status;
      const marks = host.marked(`mark-${number}`);
      const which = `${id}, ${where}: ${JSON.stringify(job.ended)}`;
      const kept = await keptOutput(desk.releaseId, id);
      const outcome = job.ended?.outcome ?? "none";
      ends[outcome] = (ends[outcome] ?? 0) + 1;
      expect(marks.split("begin").length, which).toBeLessThanOrEqual(2);
      if (outcome === "succeeded") {
        expect(marks, which).toBe("begin\nend\n");
        expect(kept, which).toBe(counted);
        // What was given up for lost by then stays a person's to judge.
        expect(step, which).toBe(job.ended?.counted ? "done" : "unknown");
      } else if (outcome === "refused") expect(marks, which).toBe("");
      else {
        expect(step, which).toMatch(/^(?:unknown|failed)$/u);
        expect(counted.startsWith(kept), `${which}: ${kept}`).toBe(true);
      }
    }
    expect(ends["succeeded"], `${where}: ${JSON.stringify(ends)}`).toBeGreaterThan(MOMENTS / 4);
    const events = await stand.services.listEvents({ releaseId: desk.releaseId, after: 0, limit: 1_000 });
    expect(checkInvariants(desk.plan, events, state), where).toEqual([]);
    expect(await stand.services.verifyRelease(desk)).toMatchObject({ verdict: "sound" });
  },
  180_000 + MOMENTS * 2_000,
);
