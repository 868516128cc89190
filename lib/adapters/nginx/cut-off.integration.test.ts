import { readFile, stat } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { TrafficFence } from "@/lib/contracts/traffic";
import { askMark } from "./ask-proxy";
import { buildDriverProcess, type DriverProcess, startDriverProcess } from "./fixtures/driver-process";
import { isTested, type RealNginx, startRealNginx } from "./fixtures/real-nginx";
import { NginxTraffic } from "./nginx-traffic";
import { readHeader } from "./read-header";

const fence = (epoch: number): TrafficFence => ({ release: "r-1", startedAt: 1_000, epoch });

describe.runIf(isTested)("an old runner on the same host", () => {
  let nginx: RealNginx;
  let driver: NginxTraffic;
  let other: DriverProcess | null = null;
  beforeAll(async () => {
    await buildDriverProcess();
    nginx = await startRealNginx();
    driver = new NginxTraffic(nginx.settings);
  });
  afterAll(async () => {
    await other?.kill();
    await nginx.stop();
  });

  const written = async () => readHeader(await readFile(nginx.settings.file, "utf8"));
  const underWay = () =>
    stat(`${nginx.settings.file}.before`).then(
      () => true,
      () => false,
    );

  test("that stood still while a newer order went through cannot switch late", async () => {
    other = await startDriverProcess(nginx);
    other.child.kill("SIGSTOP");
    other.send({ share: 50, fence: fence(1) });
    expect(await driver.set({ share: 5, fence: fence(2) })).toMatchObject({ kind: "set" });
    const before = await readFile(nginx.settings.file, "utf8");
    other.child.kill("SIGCONT");
    expect(await other.next()).toMatchObject({
      kind: "refused",
      because: "fenced",
      standing: "before",
      phases: [{ phase: "lock" }],
    });
    expect(await readFile(nginx.settings.file, "utf8")).toBe(before);
    await other.kill();
  });

  test("that stands still inside its order is named to whoever must end it, and its end frees the lock", async () => {
    other = await startDriverProcess(nginx);
    other.send({ share: 25, fence: fence(2) });
    await vi.waitUntil(underWay, { interval: 1, timeout: 10_000 });
    other.child.kill("SIGSTOP");
    const impatient = new NginxTraffic(nginx.settings, { lockWaitS: 0.3 });
    const busy = await impatient.set({ share: 0, fence: fence(3) });
    expect(busy).toMatchObject({ kind: "refused", because: "busy", standing: "before" });
    expect(JSON.stringify(busy)).toContain(`process ${other.child.pid}`);
    await other.kill();
    expect(await driver.set({ share: 0, fence: fence(3) })).toMatchObject({ kind: "set", share: 0 });
    expect(await nginx.spread(50)).toEqual({ "v0.9.0": 50 });
  });

  test.each([0, 5, 15, 30, 60, 120])(
    "killed %i ms into an order leaves what a probe mends without moving traffic",
    async (ms) => {
      const epoch = 100 + ms;
      await driver.set({ share: 0, fence: fence(epoch) });
      other = await startDriverProcess(nginx);
      other.send({ share: 100, fence: fence(epoch) });
      await vi.waitUntil(underWay, { interval: 1, timeout: 10_000 });
      await new Promise((resolve) => setTimeout(resolve, ms));
      await other.kill();
      const looked = await driver.probe();
      const running = await askMark(nginx.settings);
      expect((await written())?.mark).toBe(running);
      expect(await underWay()).toBe(false);
      expect(looked, JSON.stringify(looked)).toMatchObject({ kind: "standing", share: (await written())?.share });
      expect(await driver.set({ share: 0, fence: fence(epoch + 1) })).toMatchObject({ kind: "set", share: 0 });
      expect(await nginx.spread(20)).toEqual({ "v0.9.0": 20 });
    },
  );
});
