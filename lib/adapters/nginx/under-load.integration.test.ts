import { once } from "node:events";
import http from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { TrafficFence } from "@/lib/contracts/traffic";
import { isTested, type RealNginx, startRealNginx } from "./fixtures/real-nginx";
import { NginxTraffic } from "./nginx-traffic";

const fence = (epoch: number): TrafficFence => ({ release: "r-1", startedAt: 1_000, epoch });

describe.runIf(isTested)("a change of traffic under load", () => {
  let nginx: RealNginx;
  let driver: NginxTraffic;
  beforeAll(async () => {
    const mode = { kind: "cohorts" as const, key: { kind: "cookie" as const, name: "uid" } };
    nginx = await startRealNginx({ mode });
    driver = new NginxTraffic(nginx.settings);
  });
  afterAll(() => nginx.stop());

  /** Requests without a pause until it is stopped; the worker that has a connection answers one request on it. */
  function load(): { stop(): Promise<{ answered: number; lost: number }> } {
    const counts = { answered: 0, lost: 0 };
    let goesOn = true;
    async function user(uid: number): Promise<void> {
      while (goesOn) {
        const answer = await nginx.get({ cookie: `uid=${uid}` });
        counts[answer === null ? "lost" : "answered"] += 1;
      }
    }
    const users = Promise.all(Array.from({ length: 8 }, (_, uid) => user(uid)));
    return {
      stop: async () => {
        goesOn = false;
        await users;
        return counts;
      },
    };
  }

  test("loses no request", async () => {
    const running = load();
    const shares = [5, 25, 50, 100, 0];
    for (const share of shares) expect(await driver.set({ share, fence: fence(1) })).toMatchObject({ kind: "set" });
    const { answered, lost } = await running.stop();
    expect(lost).toBe(0);
    expect(answered).toBeGreaterThan(300);
  });

  test("keeps who is on green there while the share grows", async () => {
    const agent = new http.Agent({ keepAlive: true, maxSockets: 8 });
    const users = Array.from({ length: 400 }, (_, n) => `user-${n}`);
    let before = new Set<string>();
    for (const share of [5, 25, 50, 100]) {
      await driver.set({ share, fence: fence(1) });
      const answers = await Promise.all(users.map((user) => nginx.get({ cookie: `uid=${user}` }, agent)));
      const green = new Set(users.filter((_, at) => answers[at] === "v1.0.0"));
      expect([...before].filter((user) => !green.has(user))).toEqual([]);
      expect(green.size).toBeGreaterThan(before.size);
      before = green;
    }
    agent.destroy();
    expect(before.size).toBe(users.length);
  });

  test("is broken off by a newer order, which does not wait for it", async () => {
    // A version that takes requests and never answers: the promote would hang in its probe.
    let asked: () => void = () => undefined;
    const isAsked = new Promise<void>((resolve) => {
      asked = resolve;
    });
    const silent = http.createServer(() => asked()).listen(0, "127.0.0.1");
    await once(silent, "listening");
    const address = silent.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    const hanging = new NginxTraffic({ ...nginx.settings, green: { servers: [`127.0.0.1:${port}`] } });
    const promote = hanging.set({ share: 100, fence: fence(1) });
    await isAsked;
    const back = await hanging.set({ share: 0, fence: fence(2) });
    expect(await promote).toMatchObject({ kind: "refused", because: "superseded" });
    expect(back).toMatchObject({ kind: "set", share: 0 });
    expect(await nginx.spread(50)).toEqual({ "v0.9.0": 50 });
    silent.closeAllConnections();
    silent.close();
  });

  test("is drilled on a shadow that no user meets, and timed by phase", async () => {
    const drilled = await driver.drill(fence(2));
    expect(drilled, JSON.stringify(drilled)).toMatchObject({ kind: "drilled" });
    const phases = drilled.kind === "drilled" ? drilled.phases : [];
    expect(phases.map(({ phase }) => phase)).toEqual(["lock", "write", "test", "reload", "probe"]);
    const sum = phases.reduce((total, { tookMs }) => total + tookMs, 0);
    expect(drilled.kind === "drilled" && drilled.tookMs).toBeGreaterThanOrEqual(sum);
    expect(await driver.probe()).toMatchObject({ share: 0, fence: fence(2) });
    expect(await nginx.spread(50)).toEqual({ "v0.9.0": 50 });
  });
});
