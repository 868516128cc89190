import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { TrafficFence } from "@/lib/contracts/traffic";
import { isTested, type RealNginx, startRealNginx } from "./fixtures/real-nginx";
import { NginxTraffic } from "./nginx-traffic";

const fence = (epoch: number): TrafficFence => ({ release: "r-1", startedAt: 1_000, epoch });

describe.runIf(isTested)("an order that cannot be carried out", () => {
  let nginx: RealNginx;
  let driver: NginxTraffic;
  let before: string;
  beforeAll(async () => {
    nginx = await startRealNginx();
    driver = new NginxTraffic(nginx.settings);
    await driver.set({ share: 0, fence: fence(1) });
    before = await readFile(nginx.settings.file, "utf8");
  });
  afterAll(() => nginx.stop());

  async function expectAllAsBefore(): Promise<void> {
    expect(await readFile(nginx.settings.file, "utf8")).toBe(before);
    expect(await nginx.spread(50)).toEqual({ "v0.9.0": 50 });
    expect(await driver.probe()).toMatchObject({ kind: "standing", share: 0, mended: false });
  }

  test("because a file of nginx is broken is put back, with nginx's own words", async () => {
    const broken = join(nginx.folder, "conf.d/broken.conf");
    await writeFile(broken, "upstream shop_extra { server 127.0.0.1:1 weight=0; }\n");
    const reply = await driver.set({ share: 25, fence: fence(1) });
    await rm(broken);
    expect(reply).toMatchObject({ kind: "refused", because: "config_refused", standing: "before" });
    expect(JSON.stringify(reply)).toContain("weight=0");
    await expectAllAsBefore();
  });

  test("because a host is unknown says which one, in both languages", async () => {
    const green = { servers: ["green.nowhere.invalid:8080"] };
    const reply = await new NginxTraffic({ ...nginx.settings, green }).set({ share: 5, fence: fence(1) });
    expect(reply).toMatchObject({ kind: "refused", because: "unknown_host", standing: "before" });
    const { zh, en } = reply.kind === "refused" ? reply.sentence : { zh: "", en: "" };
    expect(en).toContain("cannot resolve the host “green.nowhere.invalid:8080”");
    expect(zh).toContain("green.nowhere.invalid:8080");
    await expectAllAsBefore();
  });

  test("because the new version is another one than asked is put back and reloaded", async () => {
    const reply = await driver.set({ share: 50, fence: fence(1), versions: { green: "v2.0.0", blue: null } });
    expect(reply).toMatchObject({ kind: "refused", because: "probe_failed", standing: "before" });
    expect(JSON.stringify(reply)).toContain("as v1.0.0, not as v2.0.0");
    await expectAllAsBefore();
  });

  test("because the new version is dead is put back and reloaded, though users would have been served by the old one", async () => {
    const green = { servers: ["127.0.0.1:1"] };
    const reply = await new NginxTraffic({ ...nginx.settings, green }).set({ share: 5, fence: fence(1) });
    expect(reply).toMatchObject({ kind: "refused", because: "probe_failed", standing: "before" });
    expect(JSON.stringify(reply)).toContain("green does not serve");
    await expectAllAsBefore();
  });

  test("because nginx does not run any more says so", async () => {
    const gone = new NginxTraffic({ ...nginx.settings, pidFile: join(nginx.folder, "no.pid") });
    const reply = await gone.set({ share: 5, fence: fence(1) });
    expect(reply).toMatchObject({ kind: "refused", because: "reload_failed" });
    expect(JSON.stringify(reply)).toContain("nginx is not running");
    await expectAllAsBefore();
  });

  test("because its file cannot be written says so", async () => {
    const reply = await new NginxTraffic({ ...nginx.settings, file: "/proc/nowhere/shop.conf" }).set({
      share: 5,
      fence: fence(1),
    });
    expect(reply).toMatchObject({ kind: "refused", because: "not_written", standing: "before" });
  });

  test("leaves its fence behind: what was refused at epoch 7 is not undone by epoch 6", async () => {
    const green = { servers: ["green.nowhere.invalid:8080"] };
    await new NginxTraffic({ ...nginx.settings, green }).set({ share: 5, fence: fence(7) });
    expect(await driver.set({ share: 50, fence: fence(6) })).toMatchObject({ kind: "refused", because: "fenced" });
    await expectAllAsBefore();
    const later = { release: "r-2", startedAt: 2_000, epoch: 0 };
    expect(await driver.set({ share: 0, fence: later })).toMatchObject({ kind: "set" });
    expect(await driver.set({ share: 50, fence: fence(9) })).toMatchObject({ kind: "refused", because: "fenced" });
  });
});
