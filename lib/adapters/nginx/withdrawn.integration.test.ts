import { once } from "node:events";
import { readdir, readFile } from "node:fs/promises";
import http from "node:http";
import { dirname } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { TrafficFence } from "@/lib/contracts/traffic";
import type { TrafficPermit } from "@/lib/ports/traffic-driver";
import { isTested, type RealNginx, startRealNginx } from "./fixtures/real-nginx";
import { NginxTraffic } from "./nginx-traffic";

const fence = (epoch: number): TrafficFence => ({ release: "r-1", startedAt: 1_000, epoch });

describe.runIf(isTested)("an order that is not wanted any more", () => {
  let nginx: RealNginx;
  let driver: NginxTraffic;
  beforeAll(async () => {
    nginx = await startRealNginx();
    driver = new NginxTraffic(nginx.settings);
  });
  afterAll(() => nginx.stop());

  const files = async () => {
    const folder = dirname(nginx.settings.file);
    const names = (await readdir(folder)).filter((name) => !name.endsWith(".lock"));
    return Promise.all(names.sort().map(async (name) => [name, await readFile(`${folder}/${name}`, "utf8")]));
  };
  const answering = (...answers: boolean[]): TrafficPermit => ({
    withdrawn: new AbortController().signal,
    mayStill: async () => answers.shift() ?? true,
  });

  test("is refused under the lock with not a byte touched", async () => {
    const before = await files();
    const late = await driver.set({ share: 100, fence: fence(1) }, answering(false));
    expect(late).toMatchObject({ kind: "refused", because: "withdrawn", standing: "before" });
    const stopped = { ...answering(true), withdrawn: AbortSignal.abort() };
    expect(await driver.set({ share: 100, fence: fence(1) }, stopped)).toMatchObject({ because: "withdrawn" });
    expect(await files()).toEqual(before);
  });

  test("is asked about once more before nginx reads the file, and the old one then stands again", async () => {
    const before = await readFile(nginx.settings.file, "utf8");
    const late = await driver.set({ share: 100, fence: fence(1) }, answering(true, false));
    expect(late).toMatchObject({ kind: "refused", because: "withdrawn", standing: "before" });
    expect(late.kind === "refused" && late.phases.map(({ phase }) => phase)).not.toContain("reload");
    expect(await readFile(nginx.settings.file, "utf8")).toBe(before);
    expect(await nginx.spread(20)).toEqual({ "v0.9.0": 20 });
  });

  test("is put back when the word comes after nginx took it", async () => {
    const stop = new AbortController();
    const silent = http.createServer(() => stop.abort()).listen(0, "127.0.0.1");
    await once(silent, "listening");
    const address = silent.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    const hanging = new NginxTraffic({ ...nginx.settings, green: { servers: [`127.0.0.1:${port}`] } });
    const before = await readFile(nginx.settings.file, "utf8");
    const permit = { ...answering(), withdrawn: stop.signal };
    const reply = await hanging.set({ share: 100, fence: fence(1) }, permit);
    expect(reply).toMatchObject({ kind: "refused", because: "withdrawn", standing: "before" });
    expect(await readFile(nginx.settings.file, "utf8")).toBe(before);
    expect(await nginx.spread(20)).toEqual({ "v0.9.0": 20 });
    silent.closeAllConnections();
    silent.close();
  });

  test("does not keep a rollback waiting while it asks", async () => {
    let asks: () => void = () => undefined;
    const isAsking = new Promise<void>((resolve) => {
      asks = resolve;
    });
    const silent: TrafficPermit = {
      withdrawn: new AbortController().signal,
      mayStill: (signal) => {
        asks();
        return new Promise((resolve) => signal.addEventListener("abort", () => resolve(false)));
      },
    };
    const promote = driver.set({ share: 100, fence: fence(2) }, silent);
    await isAsking;
    expect(await driver.set({ share: 0, fence: fence(3) })).toMatchObject({ kind: "set", share: 0 });
    expect(await promote).toMatchObject({ kind: "refused", because: "superseded", standing: "before" });
  });
});
