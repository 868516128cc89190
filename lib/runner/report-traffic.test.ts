import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { firstInclude } from "@/lib/adapters/nginx/first-include";
import { NginxSettings } from "@/lib/adapters/nginx/nginx-settings";
import { NginxTraffic } from "@/lib/adapters/nginx/nginx-traffic";
import { TrafficCounts } from "@/lib/contracts/runner";
import type { Host } from "./host/host";
import { HostFile } from "./host/host-shape";
import { TrafficReporter } from "./report-traffic";
import type { ServerLink } from "./wire/server-link";

it("a proxy whose log is missing is told of again and again, and its host hears why once", async () => {
  const folder = mkdtempSync(join(tmpdir(), "holdpoint-report-"));
  const settings = NginxSettings.parse({
    ...{ name: "shop", file: join(folder, "shop.conf"), mode: { kind: "weights" }, log: join(folder, "shop.log") },
    ...{ green: { servers: ["127.0.0.1:8081"] }, blue: { servers: ["127.0.0.1:8082"] }, probe: { port: 18080 } },
  });
  writeFileSync(settings.file, await firstInclude(settings, 1_000));
  const file = HostFile.parse({
    ...{ name: "host", environment: "test", dataDirectory: folder },
    server: { url: "https://holdpoint.example", tokenFile: "/token" },
  });
  const host: Host = { file, drivers: new Map([["edge", new NginxTraffic(settings)]]) };
  const ending = new AbortController();
  const told: TrafficCounts["counts"] = [];
  const warnings: string[] = [];
  const link: ServerLink = {
    ask: async ({ body, answer }) => {
      told.push(...TrafficCounts.parse(body).counts);
      // It can be read for the third word, and not again afterwards.
      if (told.length === 2) writeFileSync(settings.log, "");
      if (told.length === 3) rmSync(settings.log);
      if (told.length === 5) ending.abort();
      reporter.nudge();
      return { kind: "answer", value: answer.parse({ everyMs: 600_000 }) };
    },
    close: () => undefined,
  };
  const log = {
    info: () => undefined,
    warn: (_: unknown, sentence: string) => void warnings.push(sentence),
    error: () => undefined,
  };
  const reporter = new TrafficReporter({
    ...{ instance: randomUUID(), link, log, ending: ending.signal },
    host: () => host,
  });
  await reporter.run();
  rmSync(folder, { recursive: true, force: true });

  const seen = told.map((one) => (one.seen.kind === "observed" ? (one.seen.unread?.en ?? "") : one.seen.kind));
  expect(seen.map((one) => one.includes("ENOENT"))).toEqual([true, true, false, true, true]);
  expect(warnings).toEqual([seen[0], seen[3]]);
});
