import { readFileSync, rmSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { lockFile } from "@/lib/adapters/nginx/file-lock";
import { isTested, type RealNginx, startRealNginx } from "@/lib/adapters/nginx/fixtures/real-nginx";
import { readHeader } from "@/lib/adapters/nginx/read-header";
import { FaultProxy } from "./fixtures/fault-proxy";
import { bundleRunner, RunnerStand, until } from "./fixtures/runner-stand";

describe.runIf(isTested)("a word that comes while the driver is under way", () => {
  let entry: string;
  let stand: RunnerStand;
  let line: FaultProxy;
  let nginx: RealNginx;
  beforeAll(async () => {
    nginx = await startRealNginx();
    entry = await bundleRunner();
    stand = new RunnerStand(entry);
    await stand.server.listen();
    line = new FaultProxy(stand.server.port);
    stand.describe({ traffic: { edge: { driver: "nginx", settings: nginx.settings } } }, await line.listen());
    stand.start();
    await until("the runner has said hello", () => stand.server.hello !== null);
  });
  afterAll(async () => {
    await stand.close();
    await line.close();
    await nginx.stop();
    rmSync(entry, { force: true });
  });

  const file = () => readFileSync(nginx.settings.file, "utf8");
  /** A job that has its permit and has begun, and stands before the lock until `letGo`. */
  async function underWay(releaseId: string, share: number, lane: "ordinary" | "rollback") {
    const locked = await lockFile(`${nginx.settings.file}.lock`, 5);
    if (locked.kind !== "held") throw new Error(locked.kind);
    const ask = { verb: "set" as const, share };
    const work = { kind: "traffic" as const, action: "edge", releaseStartedAt: 1000, ask };
    const id = stand.server.add({ work, lane, releaseId, purpose: "traffic" });
    await until("it has begun", () =>
      stand.journals().some((journal) => journal.includes(id) && journal.includes('"kind":"starting"')),
    );
    return { id, letGo: () => locked.release() };
  }

  it("stops a set whose runner stood still between its permit and its write", async () => {
    const before = file();
    const { id, letGo } = await underWay("r-hold", 100, "ordinary");
    stand.signal("SIGSTOP");
    stand.server.raise("r-hold", 1);
    await letGo();
    stand.signal("SIGCONT");
    const finish = await stand.finished(id);
    expect(finish, finish.says).toMatchObject({
      outcome: "cancelled",
      traffic: { reply: { kind: "refused", because: "withdrawn", standing: "before" } },
    });
    expect(file()).toBe(before);
  });

  it("stops a set that was cancelled", async () => {
    const before = file();
    const { id, letGo } = await underWay("r-cancel", 100, "ordinary");
    stand.server.say(id, "cancel");
    await letGo();
    expect(await stand.finished(id)).toMatchObject({ outcome: "cancelled" });
    expect(file()).toBe(before);
  });

  it("cannot be heard while the line is cut: a set then stays undone, and a rollback is carried out", async () => {
    const before = file();
    const forward = await underWay("r-cut", 100, "ordinary");
    line.set({ kind: "cut" });
    await forward.letGo();
    await until("it was given up", () =>
      stand.journals().some((journal) => journal.includes(forward.id) && journal.includes('"kind":"end"')),
    );
    expect(file()).toBe(before);
    line.set({ kind: "none" });
    expect(await stand.finished(forward.id)).toMatchObject({ outcome: "refused", refusal: "not_started_in_time" });

    const back = await underWay("r-cut", 0, "rollback");
    line.set({ kind: "cut" });
    await back.letGo();
    await until("the rollback is written", () => readHeader(file())?.fence.release === "r-cut");
    line.set({ kind: "none" });
    expect(await stand.finished(back.id)).toMatchObject({ outcome: "succeeded" });
    expect(await nginx.spread(10)).toEqual({ "v0.9.0": 10 });
    expect(stand.server.offences).toEqual([]);
  });
});
