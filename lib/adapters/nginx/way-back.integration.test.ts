import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { TrafficFence } from "@/lib/contracts/traffic";
import { isTested, type RealNginx, startRealNginx } from "./fixtures/real-nginx";
import { NginxTraffic } from "./nginx-traffic";

const fence = (epoch: number): TrafficFence => ({ release: "r-1", startedAt: 1_000, epoch });

describe.runIf(isTested)("a way back to the old version", () => {
  let nginx: RealNginx;
  let driver: NginxTraffic;
  beforeEach(async () => {
    nginx = await startRealNginx();
    driver = new NginxTraffic(nginx.settings);
    expect(await driver.set({ share: 100, fence: fence(1) })).toMatchObject({ kind: "set" });
  });
  afterEach(() => nginx.stop());

  const shareInFile = async () => /holdpoint.*"share":(\d+)/u.exec(await readFile(nginx.settings.file, "utf8"))?.[1];

  function end(version: RealNginx["blue"]): void {
    version.close();
    version.closeAllConnections();
  }

  test("is undone while the old version is dead and the new one serves, and says so", async () => {
    end(nginx.blue);
    const reply = await driver.set({ share: 0, fence: fence(2) });
    expect(reply).toMatchObject({ kind: "refused", because: "probe_failed", standing: "before" });
    expect(await nginx.spread(20)).toEqual({ "v1.0.0": 20 });
    expect(await shareInFile()).toBe("100");
    expect(await driver.set({ share: 100, fence: fence(1) })).toMatchObject({ kind: "refused", because: "fenced" });
  });

  test("stays where both are dead: the old version serves as soon as it is up again", async () => {
    const address = nginx.blue.address();
    end(nginx.blue);
    end(nginx.green);
    const reply = await driver.set({ share: 0, fence: fence(2) });
    expect(reply).toMatchObject({ kind: "refused", because: "stays_back", standing: "unknown" });
    expect(await shareInFile()).toBe("0");
    nginx.blue.listen(typeof address === "object" ? address?.port : 0, "127.0.0.1");
    await expect.poll(() => nginx.get(), { timeout: 15_000 }).toBe("v0.9.0");
    expect(await driver.probe()).toMatchObject({ kind: "standing", share: 0, mended: false });
  });

  test("stays where nginx does not run: it comes up with the old version", async () => {
    const gone = new NginxTraffic({ ...nginx.settings, pidFile: join(nginx.folder, "no.pid") });
    const reply = await gone.set({ share: 0, fence: fence(2) });
    expect(reply).toMatchObject({ kind: "refused", because: "stays_back", standing: "unknown" });
    expect(await shareInFile()).toBe("0");
  });
});
