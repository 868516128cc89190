import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { TrafficObservation } from "@/lib/contracts/traffic";
import { judgeCounts } from "@/lib/engine/watch/counted-traffic";
import { NginxSettings } from "./nginx-settings";
import { NginxTraffic } from "./nginx-traffic";
import { type Generation, renderInclude } from "./render-include";

const folder = mkdtempSync(join(tmpdir(), "holdpoint-unread-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const settings = NginxSettings.parse({
  ...{ name: "shop", file: join(folder, "shop.conf"), mode: { kind: "weights" }, log: join(folder, "shop.log") },
  ...{ green: { servers: ["127.0.0.1:8081"] }, blue: { servers: ["127.0.0.1:8082"] }, probe: { port: 18080 } },
});
const generation: Generation = {
  ...{ share: 5, at: 1_000, mark: "abc", fence: { release: "r-1", startedAt: 1, epoch: 1 } },
  addresses: { green: ["127.0.0.1:8081"], blue: ["127.0.0.1:8082"] },
};
const line = (side: "green" | "blue") => `abc 1764000000.123 ${generation.addresses[side][0]}|0.001|v1\n`;

function bandOf(seen: TrafficObservation) {
  if (seen.kind !== "observed") return null;
  return judgeCounts({ ...seen, at: 2_000 }, { wanted: 5, at: 2_000, memory: null }).band;
}

it("a log that the proxy does not write counts nobody, says why, and keeps a gate shut, also when it was there before", async () => {
  writeFileSync(settings.file, renderInclude(settings, generation));
  const driver = new NginxTraffic(settings);
  const missing = {
    ...{ kind: "observed", share: 5, since: 1_000, green: 0, blue: 0, nobody: 0, other: 0, versions: [] },
    unread: { zh: expect.stringContaining("请检查 access_log"), en: expect.stringContaining("ENOENT") },
  };
  const never = TrafficObservation.parse(await driver.observe());
  expect(never).toMatchObject(missing);
  expect(bandOf(never)).toBe("unknown");

  writeFileSync(settings.log, line("green").repeat(50) + line("blue").repeat(950));
  const counted = await driver.observe();
  expect(counted).toMatchObject({ green: 50, blue: 950 });
  expect(counted).not.toHaveProperty("unread");
  expect(bandOf(counted)).toBe("in");

  rmSync(settings.log);
  const gone = await driver.observe();
  expect(gone).toMatchObject(missing);
  expect(bandOf(gone)).toBe("unknown");
});
