import { existsSync, linkSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { TrafficFence } from "@/lib/contracts/traffic";
import { lockFile } from "./file-lock";
import { isTested, type RealNginx, startRealNginx } from "./fixtures/real-nginx";
import { NginxTraffic } from "./nginx-traffic";

const fence = (epoch: number): TrafficFence => ({ release: "r-1", startedAt: 1_000, epoch });
// No host that is not there: how long its name is looked for is the machine's affair.
const BROKEN = "upstream shop_shadow { nonsense; }\n";

describe.runIf(isTested)("a shadow that nginx does not take", () => {
  let nginx: RealNginx;
  let driver: NginxTraffic;
  let shadow: string;
  beforeAll(async () => {
    nginx = await startRealNginx();
    driver = new NginxTraffic(nginx.settings);
    shadow = nginx.settings.shadow?.file ?? "";
  });
  beforeEach(async () => {
    expect(await driver.set({ share: 25, fence: fence(1) })).toMatchObject({ kind: "set" });
  });
  afterAll(() => nginx.stop());

  test("does not keep a rollback from users, whether the drill was cut off or had ended, and is drilled anew", async () => {
    writeFileSync(shadow, BROKEN);
    expect(await driver.set({ share: 0, fence: fence(1) })).toMatchObject({ kind: "set", share: 0 });
    expect(existsSync(shadow)).toBe(false);

    expect(await driver.set({ share: 25, fence: fence(1) })).toMatchObject({ kind: "set" });
    writeFileSync(shadow, BROKEN);
    linkSync(shadow, `${shadow}.before`);
    expect(await driver.set({ share: 0, fence: fence(1) })).toMatchObject({ kind: "set", share: 0 });
    expect(existsSync(`${shadow}.before`)).toBe(false);
    expect(await nginx.spread(20)).toEqual({ "v0.9.0": 20 });

    expect(await driver.drill(fence(1))).toMatchObject({ kind: "drilled" });
  });

  test("of a drill that is under way is waited for", async () => {
    const drill = await lockFile(`${shadow}.lock`, 1);
    if (drill.kind !== "held") throw new Error(JSON.stringify(drill));
    writeFileSync(shadow, BROKEN);
    const further = driver.set({ share: 50, fence: fence(1) });
    await vi.waitUntil(() => existsSync(`${nginx.settings.file}.before`), { interval: 1, timeout: 10_000 });
    await drill.release();
    expect(await further).toMatchObject({ kind: "set", share: 50 });
  });

  test("is not blamed for what another file does", async () => {
    const broken = `${nginx.folder}/conf.d/broken.conf`;
    writeFileSync(shadow, "# nothing\n");
    writeFileSync(broken, BROKEN);
    const reply = await driver.set({ share: 50, fence: fence(1) });
    expect(reply).toMatchObject({ kind: "refused", because: "config_refused", standing: "before" });
    expect(existsSync(shadow)).toBe(true);
  });
});
