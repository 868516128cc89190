import { readFileSync, rmSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { lockFile } from "@/lib/adapters/nginx/file-lock";
import { isTested, type RealNginx, startRealNginx } from "@/lib/adapters/nginx/fixtures/real-nginx";
import { readHeader } from "@/lib/adapters/nginx/read-header";
import type { JobWork } from "@/lib/contracts/runner";
import { bundleRunner, RunnerStand, until } from "./fixtures/runner-stand";

describe.runIf(isTested)("a service that is stopped while traffic is moved", () => {
  let entry: string;
  let stand: RunnerStand;
  let nginx: RealNginx;
  beforeAll(async () => {
    nginx = await startRealNginx();
    entry = await bundleRunner();
    stand = new RunnerStand(entry);
    await stand.open({ traffic: { edge: { driver: "nginx", settings: nginx.settings } } });
  });
  afterAll(async () => {
    await stand.close();
    await nginx.stop();
    rmSync(entry, { force: true });
  });

  const file = () => readFileSync(nginx.settings.file, "utf8");
  const hasEnded = (id: string) =>
    stand.journals().some((journal) => journal.includes(id) && journal.includes('"kind":"end"'));

  /** A job that has begun and stands before the lock when the service is told to stop; the lock is let go when it is renewed once more. */
  async function stopUnder(releaseId: string, share: number, lane: "ordinary" | "rollback"): Promise<string> {
    const locked = await lockFile(`${nginx.settings.file}.lock`, 5);
    if (locked.kind !== "held") throw new Error(locked.kind);
    const work: JobWork = { kind: "traffic", action: "edge", releaseStartedAt: 1000, ask: { verb: "set", share } };
    const id = stand.server.add({ work, lane, releaseId, purpose: "traffic" });
    await until("it has begun", () =>
      stand.journals().some((journal) => journal.includes(id) && journal.includes('"kind":"starting"')),
    );
    stand.signal("SIGTERM");
    const { renewals } = stand.server;
    await until("it is still renewed", () => stand.server.renewals > renewals);
    await locked.release();
    await until("the service has stopped", () => !stand.isRunning);
    return id;
  }

  it("breaks an order off that goes forward, with nothing changed, and says so in its next life", async () => {
    const before = file();
    const id = await stopUnder("r-forward", 100, "ordinary");
    expect({ hasEnded: hasEnded(id), file: file() }).toEqual({ hasEnded: true, file: before });
    stand.start();
    expect(await stand.finished(id)).toMatchObject({
      outcome: "refused",
      traffic: { reply: { kind: "refused", because: "withdrawn", standing: "before" } },
    });
  });

  it("lets a rollback come to its end, and tells it in its next life", async () => {
    const id = await stopUnder("r-back", 0, "rollback");
    expect({ hasEnded: hasEnded(id), release: readHeader(file())?.fence.release }).toEqual({
      hasEnded: true,
      release: "r-back",
    });
    stand.start();
    expect(await stand.finished(id)).toMatchObject({ outcome: "succeeded", traffic: { reply: { kind: "set" } } });
    expect(await nginx.spread(10)).toEqual({ "v0.9.0": 10 });
    expect(stand.server.offences).toEqual([]);
  });
});
