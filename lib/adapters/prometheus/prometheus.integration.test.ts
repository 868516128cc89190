import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { z } from "zod";
import { createOutboundHttp } from "@/lib/adapters/outbound-http/outbound-http";
import type { MetricSource } from "@/lib/ports/metric-source";
import type { OutboundHttp } from "@/lib/ports/outbound-http";
import { freePorts } from "@/scripts/test/free-ports";
import { alertmanagerAlerts } from "./alertmanager";
import { prometheusSource } from "./prometheus-source";

const missing = ["prometheus", "prometheus-alertmanager"].filter(
  (command) => spawnSync(command, ["--version"]).error !== undefined,
);
// Where it may, `npm test` installs them. A person's machine may do without; CI may not.
if (missing.length > 0)
  process.stderr.write(`${missing.join(", ")} not installed: metric sources are not tested here.\n`);
const isTested = missing.length === 0 || process.env["CI"] !== undefined;

let folder: string;
let exporter: Server;
let processes: ChildProcess[] = [];
let http: OutboundHttp;
let source: MetricSource;
let ports: { prometheus: number; alertmanager: number };
let served = 100;
let failed = 1;

async function listen(server: Server): Promise<number> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : 0;
}

function start(command: string, args: string[]): void {
  processes.push(spawn(command, args, { stdio: "ignore", cwd: folder }));
}

async function startAll(): Promise<void> {
  exporter = createServer((_, response) => {
    served += 50;
    failed += 1;
    response.end(
      `# TYPE http_requests_total counter\nhttp_requests_total{version="v1",code="200"} ${served}\n` +
        `http_requests_total{version="v1",code="500"} ${failed}\n# TYPE lag gauge\nlag 12.5\n# TYPE zero gauge\nzero 0\n`,
    );
  });
  const target = await listen(exporter);
  const [prometheus = 0, alertmanager = 0] = await freePorts(2);
  ports = { prometheus, alertmanager };
  const rule = {
    alert: "LagHigh",
    expr: "lag > 1",
    labels: { severity: "page" },
    annotations: { summary: "lag is {{ $value }} ms" },
  };
  await writeFile(
    join(folder, "rules.yml"),
    JSON.stringify({ groups: [{ name: "g", interval: "1s", rules: [rule] }] }),
  );
  const configuration = {
    global: { scrape_interval: "1s", evaluation_interval: "1s" },
    rule_files: ["rules.yml"],
    scrape_configs: [{ job_name: "shop", static_configs: [{ targets: [`127.0.0.1:${target}`] }] }],
    alerting: { alertmanagers: [{ static_configs: [{ targets: [`127.0.0.1:${ports.alertmanager}`] }] }] },
  };
  await writeFile(join(folder, "prometheus.yml"), JSON.stringify(configuration));
  await writeFile(
    join(folder, "am.yml"),
    JSON.stringify({ route: { receiver: "none", group_wait: "0s" }, receivers: [{ name: "none" }] }),
  );
  start("prometheus-alertmanager", [
    "--config.file=am.yml",
    "--storage.path=am",
    "--cluster.listen-address=",
    `--web.listen-address=127.0.0.1:${ports.alertmanager}`,
  ]);
  start("prometheus", [
    "--config.file=prometheus.yml",
    "--storage.tsdb.path=data",
    `--web.listen-address=127.0.0.1:${ports.prometheus}`,
  ]);
}

describe.runIf(isTested)("the real Prometheus and Alertmanager", () => {
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "holdpoint-prometheus-"));
    await startAll();
    http = createOutboundHttp({ allowed: { loopback: true, privateRanges: false } });
    const url = `http://127.0.0.1:${ports.prometheus}/`;
    source = prometheusSource({ name: "main", url, credentials: { kind: "none" }, http });
    await vi.waitFor(
      async () => {
        expect(await source.query({ query: "lag", at: Date.now() })).toMatchObject({
          body: { data: { result: [{}] } },
        });
      },
      { timeout: 30_000, interval: 200 },
    );
  }, 60_000);
  afterAll(async () => {
    http.close();
    exporter.close();
    for (const child of processes) {
      const ended = once(child, "exit");
      child.kill("SIGTERM");
      await ended;
    }
    processes = [];
    await rm(folder, { recursive: true, force: true });
  });

  test("answer a query with a string and the sample's time", async () => {
    const reply = await source.query({ query: "lag", at: Date.now() });
    expect(reply).toMatchObject({ kind: "reply", status: 200 });
    expect(JSON.stringify(reply)).toContain('"12.5"');
  });

  test.each([
    ["0/0", '"NaN"'],
    ["1/0", '"+Inf"'],
    ["no_such_metric", '"result":[]'],
  ])("answer %s with %s and HTTP 200", async (query, expected) => {
    const reply = await source.query({ query, at: Date.now() });
    expect(reply).toMatchObject({ status: 200 });
    expect(JSON.stringify(reply)).toContain(expected);
  });

  test("answer a broken query with 400 and a bad join with 422", async () => {
    expect(await source.query({ query: "lag{", at: Date.now() })).toMatchObject({ status: 400 });
    const join = "http_requests_total * on (version) group_left http_requests_total";
    expect(await source.query({ query: join, at: Date.now() })).toMatchObject({ status: 422 });
  });

  test("answer a range with points that lie on the step, whoever asks when", async () => {
    const Range = z.object({
      body: z.object({
        data: z.object({ result: z.array(z.object({ values: z.array(z.tuple([z.number(), z.string()])) })) }),
      }),
    });
    const times = await vi.waitFor(
      async () => {
        const to = Date.now();
        const reply = Range.parse(await source.queryRange({ query: "lag", from: to - 20_000, to, stepS: 2 }));
        const found = reply.body.data.result.flatMap(({ values }) => values.map(([time]) => time));
        expect(found.length).toBeGreaterThan(1);
        return found;
      },
      { timeout: 15_000, interval: 200 },
    );
    expect(times.every((time) => time % 2 === 0)).toBe(true);
  });

  test("say which alerts fire, and Alertmanager which of them somebody has silenced", async () => {
    const firing = await vi.waitFor(
      async () => {
        const reply = await source.alerts();
        expect(reply).toMatchObject({ kind: "alerts", alerts: [{ name: "LagHigh", severity: "page" }] });
        return reply;
      },
      { timeout: 15_000, interval: 200 },
    );
    expect(JSON.stringify(firing)).toContain("lag is 12.5 ms");
    const url = `http://127.0.0.1:${ports.alertmanager}`;
    const asked = () => alertmanagerAlerts({ url, credentials: { kind: "none" }, http });
    await vi.waitFor(
      async () => expect(await asked()).toMatchObject({ alerts: [{ name: "LagHigh", silenced: false }] }),
      { timeout: 15_000, interval: 200 },
    );
    const silence = {
      matchers: [{ name: "alertname", value: "LagHigh", isRegex: false }],
      startsAt: new Date(Date.now() - 1_000).toISOString(),
      endsAt: new Date(Date.now() + 600_000).toISOString(),
      createdBy: "a test",
      comment: "known",
    };
    const headers = { "content-type": "application/json" };
    const body = JSON.stringify(silence);
    expect(await http.ask({ url: `${url}/api/v2/silences`, method: "POST", headers, body })).toMatchObject({
      status: 200,
    });
    await vi.waitFor(
      async () => expect(await asked()).toMatchObject({ alerts: [{ name: "LagHigh", silenced: true }] }),
      { timeout: 15_000, interval: 200 },
    );
  }, 60_000);
});
