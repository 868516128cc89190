import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isTested, type RealNginx, startRealNginx } from "@/lib/adapters/nginx/fixtures/real-nginx";
import type { JobWork } from "@/lib/contracts/runner";
import { bundleRunner, RunnerStand, until } from "./fixtures/runner-stand";
import { appendRecord } from "./journal/journal";

type Ask = Extract<JobWork, { kind: "traffic" }>["ask"];
const releaseId = "release-of-traffic";
const BY_HAND = "set weight green {{share}};\n\tset weight blue {{rest}}; # $HOME `id` 中文\ncommit";

describe.runIf(isTested)("a runner before the real nginx", () => {
  let entry: string;
  let stand: RunnerStand;
  let nginx: RealNginx;
  beforeAll(async () => {
    nginx = await startRealNginx();
    entry = await bundleRunner();
    stand = new RunnerStand(entry);
    await stand.open({
      traffic: {
        edge: { driver: "nginx", settings: nginx.settings },
        people: { driver: "manual", settings: { name: "old-edge", text: BY_HAND } },
      },
      actions: { hang: { command: ["sh", "-c", "echo runs; exec sleep 60"] } },
    });
  });
  afterAll(async () => {
    await stand.close();
    await nginx.stop();
    rmSync(entry, { force: true });
  });

  const add = (ask: Ask, epoch: number, lane: "ordinary" | "rollback" = "ordinary") => {
    const work: JobWork = { kind: "traffic", action: "edge", releaseStartedAt: 1000, ask };
    return stand.server.add({ work, epoch, lane, releaseId, purpose: "traffic" });
  };
  const ask = async (wish: Ask, epoch: number) => stand.finished(add(wish, epoch));

  it("moves the share, and tells what the driver said", async () => {
    const set = await ask({ verb: "set", share: 100, versions: { green: "v1.0.0", blue: "v0.9.0" } }, 1);
    expect(set, set.says).toMatchObject({
      outcome: "succeeded",
      traffic: { verb: "set", reply: { kind: "set", share: 100 } },
    });
    expect(await nginx.spread(20)).toEqual({ "v1.0.0": 20 });
    const seen = await ask({ verb: "observe" }, 1);
    expect(seen).toMatchObject({ outcome: "succeeded", traffic: { reply: { kind: "observed", green: 20, blue: 0 } } });
    const probe = await ask({ verb: "probe" }, 1);
    expect(probe).toMatchObject({ outcome: "succeeded", traffic: { reply: { kind: "standing", share: 100 } } });
  });

  it("tells again and again whom the proxy's requests were served by, and as which version", async () => {
    const counted = () => stand.server.counts.at(-1);
    await until("twenty requests were told", () => {
      const seen = counted()?.seen;
      return seen?.kind === "observed" && seen.green === 20;
    });
    expect(counted()).toMatchObject({
      action: "edge",
      seen: {
        ...{ share: 100, fence: { release: releaseId, epoch: 1 }, blue: 0 },
        versions: [{ side: "green", version: "v1.0.0", count: 20 }],
      },
    });
  });

  it("shows to the letter what a person is to put in place where the driver has no hands, and moves nothing", async () => {
    const ask: Ask = { verb: "set", share: 12.5 };
    const work: JobWork = { kind: "traffic", action: "people", releaseStartedAt: 1000, ask };
    const id = stand.server.add({ work, epoch: 1, releaseId, purpose: "traffic" });
    const finish = await stand.finished(id);
    const text = "set weight green 12.5;\n\tset weight blue 87.5; # $HOME `id` 中文\ncommit";
    expect(stand.server.outputOf(id).split("\n\n").slice(1).join("\n\n")).toBe(`${text}\n`);
    expect(finish).toMatchObject({ outcome: "succeeded", traffic: { reply: { kind: "to_apply", share: 12.5, text } } });
    expect(finish.says).toContain("confirm it in Holdpoint");
    expect(await nginx.spread(10)).toEqual({ "v1.0.0": 10 });
  });

  it("goes back in the rollback's lane at once, and what was made before is refused from then on", async () => {
    const ordinary = stand.server.add({ work: { kind: "action", action: "hang", arguments: {} }, epoch: 1, releaseId });
    await until("something runs", () => stand.server.outputOf(ordinary).includes("\nruns\n"));
    stand.server.raise(releaseId, 2);
    const back = await stand.finished(add({ verb: "set", share: 0 }, 2, "rollback"));
    expect(back, back.says).toMatchObject({ outcome: "succeeded" });
    expect(await nginx.spread(10)).toEqual({ "v0.9.0": 10 });
    expect(await ask({ verb: "set", share: 100 }, 1)).toMatchObject({ outcome: "refused", refusal: "old_epoch" });
    expect(await nginx.spread(10)).toEqual({ "v0.9.0": 10 });
    stand.server.say(ordinary, "cancel");
    expect(await stand.finished(ordinary)).toMatchObject({ outcome: "cancelled" });
  });

  it("that was killed in the middle of it says so, with what stands now, and does not do it again", async () => {
    await stand.kill();
    const id = add({ verb: "set", share: 100 }, 2);
    const folder = join(stand.data, "jobs", id);
    mkdirSync(folder);
    appendRecord(folder, { kind: "accepted", job: stand.server.held(id).job });
    appendRecord(folder, { kind: "starting", by: "runner" });
    stand.server.held(id).startedBy = "an earlier life";
    stand.start();
    const finish = await stand.finished(id);
    expect(finish).toMatchObject({ outcome: "lost", probe: { succeeded: true } });
    expect(finish.probe?.text).toContain('"share":0');
    expect(await nginx.spread(10)).toEqual({ "v0.9.0": 10 });
  });

  it("drills without a user noticing, and refuses an action that is no traffic", async () => {
    const drill = await ask({ verb: "drill" }, 2);
    expect(drill, drill.says).toMatchObject({
      outcome: "succeeded",
      traffic: { verb: "drill", reply: { kind: "drilled" } },
    });
    const work: JobWork = { kind: "action", action: "edge", arguments: {} };
    expect(await stand.finished(stand.server.add({ work }))).toMatchObject({
      outcome: "refused",
      refusal: "wrong_kind",
    });
    const other: JobWork = { kind: "traffic", action: "hang", releaseStartedAt: 1, ask: { verb: "probe" } };
    expect(await stand.finished(stand.server.add({ work: other }))).toMatchObject({
      outcome: "refused",
      refusal: "no_driver",
    });
    expect(stand.server.offences).toEqual([]);
  });
});
