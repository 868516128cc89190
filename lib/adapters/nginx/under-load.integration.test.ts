import { once } from "node:events";
import http from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { TrafficFence } from "@/lib/contracts/traffic";
import { isTested, type RealNginx, startRealNginx } from "./fixtures/real-nginx";
import { NginxTraffic } from "./nginx-traffic";

const fence = (epoch: number): TrafficFence => ({ release: "r-1", startedAt: 1_000, epoch });

const COHORTS = { kind: "cohorts" as const, key: { kind: "cookie" as const, name: "uid" } };
const MODES = [{ kind: "weights" as const }, COHORTS];
/** Users who keep their connection open, and users who open one for each request. */
const KEEPERS = 4;

/** One request: answered to its end, or lost, or met by a kept connection that was closed before a byte of the answer. */
function ask(port: number, user: number, agent: http.Agent | false): Promise<"answered" | "closed" | "lost"> {
  return new Promise((resolve) => {
    const headers = { cookie: `uid=${user}` };
    const request = http.get({ host: "127.0.0.1", port, agent, headers, timeout: 5_000 }, (response) => {
      response.on("end", () => resolve(response.statusCode === 200 ? "answered" : "lost"));
      response.on("error", () => resolve("lost"));
      response.resume();
    });
    request.on("timeout", () => request.destroy());
    request.on("error", () => resolve(request.reusedSocket ? "closed" : "lost"));
  });
}

type Load = { answered: { fresh: number; kept: number }; lost: number; repeated: number };

/** Requests without a pause until it is stopped. Like a browser, a user repeats what met a closed connection: once, and that is counted. */
function load(port: number): { stop(): Promise<Load> } {
  const counts: Load = { answered: { fresh: 0, kept: 0 }, lost: 0, repeated: 0 };
  let goesOn = true;
  async function user(uid: number): Promise<void> {
    const kind = uid < KEEPERS ? "kept" : "fresh";
    const agent = kind === "kept" && new http.Agent({ keepAlive: true, maxSockets: 1 });
    while (goesOn) {
      let answer = await ask(port, uid, agent);
      if (answer === "closed") {
        counts.repeated += 1;
        answer = await ask(port, uid, false);
      }
      if (answer === "answered") counts.answered[kind] += 1;
      else counts.lost += 1;
    }
    if (agent) agent.destroy();
  }
  const users = Promise.all(Array.from({ length: 2 * KEEPERS }, (_, uid) => user(uid)));
  return {
    stop: async () => {
      goesOn = false;
      await users;
      return counts;
    },
  };
}

describe.runIf(isTested)("a change of traffic under load", () => {
  let nginx: RealNginx;
  let driver: NginxTraffic;
  beforeAll(async () => {
    nginx = await startRealNginx({ mode: COHORTS });
    driver = new NginxTraffic(nginx.settings);
  });
  afterAll(() => nginx.stop());

  test.each(MODES)("loses no request, by $kind", async (mode) => {
    const loaded = await startRealNginx({ mode });
    const own = new NginxTraffic(loaded.settings);
    const running = load(loaded.port);
    const shares = [5, 25, 50, 100, 0];
    for (const share of shares) expect(await own.set({ share, fence: fence(1) })).toMatchObject({ kind: "set" });
    const { answered, lost, repeated } = await running.stop();
    await loaded.stop();
    expect(lost).toBe(0);
    expect(answered.fresh).toBeGreaterThan(100);
    expect(answered.kept).toBeGreaterThan(100);
    // Each of the two old workers closes what is kept open with it, and sometimes a request has just set off there.
    expect(repeated).toBeLessThanOrEqual(2 * KEEPERS * shares.length);
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
