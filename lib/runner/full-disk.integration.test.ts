import { renameSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { JobWork, RunnerJob } from "@/lib/contracts/runner";
import { bundleRunner, RunnerStand, until } from "./fixtures/runner-stand";

let entry: string;
let stand: RunnerStand;
beforeAll(async () => {
  entry = await bundleRunner();
  stand = new RunnerStand(entry);
  await stand.open({
    traffic: { edge: { driver: "manual", settings: { name: "edge", text: "share {{share}}" } } },
    actions: { touch: { command: ["sh", "-c", 'echo x >> "$1"', "sh", stand.mark("touched")] } },
  });
});
afterAll(async () => {
  await stand.close();
  rmSync(entry, { force: true });
});

const touch: JobWork = { kind: "action", action: "touch", arguments: {} };
const back: JobWork = { kind: "traffic", action: "edge", releaseStartedAt: 1000, ask: { verb: "set", share: 0 } };
const add = (work: JobWork, rest: Partial<RunnerJob> = {}) => stand.server.add({ work, ...rest });

it("a disk that takes nothing stops neither the runner, nor its next start, nor the way back; what can wait is taken when there is room", async () => {
  expect(await stand.finished(add(touch))).toMatchObject({ outcome: "succeeded" });
  await until("its job is closed", () => stand.journals().some((journal) => journal.includes('"kind":"told"')));
  const [jobs, away, draft] = ["jobs", "jobs.away", "epochs.json.draft"].map((name) => join(stand.data, name));
  if (jobs === undefined || away === undefined || draft === undefined) throw new Error("three names");
  renameSync(jobs, away);
  symlinkSync(join(stand.data, "nowhere", "jobs"), jobs);
  symlinkSync("/dev/full", draft);
  const { hellos } = stand.server;
  await stand.kill();
  stand.start();
  await until("it has begun its next life all the same", () => stand.server.hellos > hellos);

  stand.server.raise("release-1", 1);
  const rollback = add(back, { epoch: 1, lane: "rollback", purpose: "traffic" });
  expect(await stand.finished(rollback)).toMatchObject({
    outcome: "succeeded",
    traffic: { verb: "set", reply: { kind: "to_apply", share: 0, text: "share 0" } },
  });
  const waits = add(touch, { epoch: 1 });
  await until("it says that a job waits", () => stand.log.includes("it is taken when it is offered again"));
  expect(stand.log).toContain("epochs.json cannot be written");
  expect({ runs: stand.isRunning, touched: stand.marked("touched") }).toEqual({ runs: true, touched: "x\n" });

  rmSync(draft);
  // In one step: a runner that tries just then would make a folder where the name is missing.
  const roomy = join(stand.data, "jobs.roomy");
  symlinkSync(away, roomy);
  renameSync(roomy, jobs);
  expect(await stand.finished(waits)).toMatchObject({ outcome: "succeeded" });
  expect(await stand.finished(add(touch, { epoch: 0 }))).toMatchObject({ outcome: "refused", refusal: "old_epoch" });
  expect(stand.marked("touched")).toBe("x\nx\n");
  expect(stand.server.offences).toEqual([]);
});
