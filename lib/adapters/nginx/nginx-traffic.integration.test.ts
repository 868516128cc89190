import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { shareStanding } from "@/lib/analysis/judge-serving";
import type { TrafficFence } from "@/lib/contracts/traffic";
import { isTested, type RealNginx, startRealNginx } from "./fixtures/real-nginx";
import { NginxTraffic } from "./nginx-traffic";

const fence = (epoch: number): TrafficFence => ({ release: "r-1", startedAt: 1_000, epoch });
const versions = { green: "v1.0.0", blue: "0.9.0" };

describe.runIf(isTested).each(["weights", "cohorts"] as const)("the real nginx, by %s", (kind) => {
  let nginx: RealNginx;
  let driver: NginxTraffic;
  beforeAll(async () => {
    const mode = kind === "weights" ? { kind } : { kind, key: { kind: "cookie" as const, name: "uid" } };
    nginx = await startRealNginx({ mode });
    driver = new NginxTraffic(nginx.settings);
  });
  afterAll(() => nginx.stop());

  test.each([5, 25, 50, 100, 0])(
    "%i of a hundred land within the band on 2,000 requests, and the proxy's record says so",
    async (share) => {
      const reply = await driver.set({ share, fence: fence(1), versions });
      expect(reply, JSON.stringify(reply)).toMatchObject({ kind: "set", share, changed: true });
      const counts = await nginx.spread(2_000);
      const green = counts["v1.0.0"] ?? 0;
      expect(green + (counts["v0.9.0"] ?? 0)).toBe(2_000);
      expect(shareStanding(green, 2_000, share / 100)).toBe("within");
      const seen = await driver.observe();
      expect(seen).toMatchObject({ kind: "observed", share, green, blue: 2_000 - green, nobody: 0, other: 0 });
    },
  );
});
