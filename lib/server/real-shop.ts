import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** What a version's own exporter counts, by real time: requests a second, and how many of them are errors. */
type Served = { perSecond: number; errorShare: number };

type Exporter = { serve: (served: Served) => void; stop: () => Promise<void>; port: number };

async function listen(server: Server, port = 0): Promise<number> {
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : 0;
}

async function freePort(): Promise<number> {
  const server = createServer();
  const port = await listen(server);
  server.close();
  await once(server, "close");
  return port;
}

/** Counters as a service exposes them: they rise from zero on, and read nothing into how they are read. */
async function openExporter(version: string, first: Served, onPort = 0): Promise<Exporter> {
  let [served, since, requests, errors] = [first, performance.now(), 0, 0];
  const count = () => {
    const now = performance.now();
    const added = ((now - since) / 1000) * served.perSecond;
    [since, requests, errors] = [now, requests + added, errors + added * served.errorShare];
  };
  const server = createServer((_, response) => {
    count();
    const line = (code: number, value: number) =>
      `http_requests_total{version="${version}",code="${code}"} ${Math.floor(value)}\n`;
    // A counter of errors is not there before the first error.
    const failed = errors >= 1 ? line(500, errors) : "";
    response.end(`# TYPE http_requests_total counter\n${line(200, requests - errors)}${failed}`);
  });
  const port = await listen(server, onPort);
  return {
    port,
    serve: (next) => {
      count();
      served = next;
    },
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

/** The real Prometheus and Alertmanager, scraping two exporters of their own, each read at its own moment of the second. */
export async function openRealShop(served: { fresh: Served; old: Served }) {
  const folder = await mkdtemp(join(tmpdir(), "holdpoint-real-shop-"));
  const processes: ChildProcess[] = [];
  const old = await openExporter("v0.9", served.old);
  let fresh = await openExporter("v1.0", served.fresh);
  const ports = { prometheus: await freePort(), alertmanager: await freePort() };
  const write = (name: string, content: object) => writeFile(join(folder, name), JSON.stringify(content));
  const start = (command: string, ...args: string[]) =>
    processes.push(spawn(command, args, { stdio: "ignore", cwd: folder }));
  const rule = { alert: "ErrorsHigh", expr: 'rate(http_requests_total{code="500"}[5s]) > 5' };
  await write("rules.yml", { groups: [{ name: "g", interval: "1s", rules: [rule] }] });
  await write("prometheus.yml", {
    global: { scrape_interval: "1s", evaluation_interval: "1s" },
    rule_files: ["rules.yml"],
    scrape_configs: [old, fresh].map(({ port }, index) => ({
      job_name: `shop-${index}`,
      static_configs: [{ targets: [`127.0.0.1:${port}`] }],
    })),
    alerting: { alertmanagers: [{ static_configs: [{ targets: [`127.0.0.1:${ports.alertmanager}`] }] }] },
  });
  await write("am.yml", { route: { receiver: "none", group_wait: "0s" }, receivers: [{ name: "none" }] });
  const at = (port: number) => `--web.listen-address=127.0.0.1:${port}`;
  start(
    "prometheus-alertmanager",
    "--config.file=am.yml",
    "--storage.path=am",
    "--cluster.listen-address=",
    at(ports.alertmanager),
  );
  start("prometheus", "--config.file=prometheus.yml", "--storage.tsdb.path=data", at(ports.prometheus));
  return {
    url: `http://127.0.0.1:${ports.prometheus}`,
    alertmanagerUrl: `http://127.0.0.1:${ports.alertmanager}`,
    serve: (next: Served) => fresh.serve(next),
    /** The new version's process is gone, and comes back with counters that begin at zero. */
    killFresh: () => fresh.stop(),
    restartFresh: async (again: Served) => {
      fresh = await openExporter("v1.0", again, fresh.port);
    },
    close: async () => {
      for (const child of processes) {
        const ended = once(child, "exit");
        child.kill("SIGTERM");
        await ended;
      }
      await Promise.all([old.stop(), fresh.stop()]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
