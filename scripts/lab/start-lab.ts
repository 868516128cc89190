import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { firstInclude } from "@/lib/adapters/nginx/first-include";
import { NginxSettings } from "@/lib/adapters/nginx/nginx-settings";
import { root } from "../build/bundle.mjs";
import { endProcess } from "./end-process";
import { type LabPorts, nginxConfiguration, prometheusConfiguration } from "./lab-files";
import { LoadStats } from "./load-stats";

type ShopFault = { errors?: number; latencyMs?: number; silent?: boolean; dead?: boolean };

export type Lab = {
  folder: string;
  ports: LabPorts;
  /** What a runner's host file says of the lab's proxy. */
  settings: NginxSettings;
  processes: Record<"green" | "blue" | "nginx" | "prometheus" | "load", ChildProcess>;
  fault(side: "green" | "blue", fault: ShopFault): Promise<void>;
  stats(): Promise<LoadStats>;
  /** Starts a version again that has ended. */
  revive(side: "green" | "blue"): Promise<void>;
  /** While it is so, every test of nginx' files hangs, and so does whoever changes traffic. */
  hang(isSo: boolean): Promise<void>;
  stop(): Promise<void>;
};

type Wish = { rate: number; green: string; blue: string; canHang?: boolean };

/** A port that is free now. */
export async function freePort(): Promise<number> {
  return (await freePorts()).front;
}

async function freePorts(): Promise<LabPorts> {
  const names = ["front", "probe", "shadow", "green", "blue", "load", "prometheus", "status"] as const;
  const servers = names.map(() => createServer().listen(0, "127.0.0.1"));
  await Promise.all(servers.map((server) => once(server, "listening")));
  const numbers = servers.map((server) => {
    const address = server.address();
    return typeof address === "object" && address !== null ? address.port : 0;
  });
  await Promise.all(servers.map((server) => once(server.close(), "close")));
  const [front = 0, probe = 0, shadow = 0, green = 0, blue = 0, load = 0, prometheus = 0, status = 0] = numbers;
  return { front, probe, shadow, green, blue, load, prometheus, status };
}

function startPart(part: string, ...args: (string | number)[]): ChildProcess {
  const script = ["scripts/run-ts.mjs", `scripts/lab/${part}.ts`, ...args.map(String)];
  return spawn(process.execPath, script, { cwd: resolve(root), stdio: ["pipe", "ignore", "inherit"] });
}

async function untilOk(url: string, what: string): Promise<void> {
  const until = performance.now() + 30_000;
  for (;;) {
    const isOk = await fetch(url, { signal: AbortSignal.timeout(2_000) }).then(
      (response) => response.ok,
      () => false,
    );
    if (isOk) return;
    if (performance.now() > until) throw new Error(`${what} does not answer at ${url}`);
    await new Promise((done) => setTimeout(done, 50));
  }
}

const hangFile = (folder: string) => join(folder, "hang");

function testCommand(folder: string, canHang: boolean): string[] {
  const test = ["nginx", "-t", "-q", "-c", join(folder, "nginx.conf"), "-p", folder];
  if (!canHang) return test;
  return ["sh", "-c", 'while [ -e "$0" ]; do sleep 0.05; done; exec "$@"', hangFile(folder), ...test];
}

async function writeFiles(folder: string, ports: LabPorts, canHang: boolean): Promise<NginxSettings> {
  // As root the workers are somebody else.
  await chmod(folder, 0o755);
  await mkdir(join(folder, "conf.d"));
  const settings = NginxSettings.parse({
    name: "shop",
    file: join(folder, "conf.d/shop.conf"),
    mode: { kind: "weights" },
    green: { servers: [`127.0.0.1:${ports.green}`] },
    blue: { servers: [`127.0.0.1:${ports.blue}`] },
    log: join(folder, "traffic.log"),
    pidFile: join(folder, "nginx.pid"),
    test: testCommand(folder, canHang),
    probe: { port: ports.probe, path: "/health" },
    shadow: { file: join(folder, "conf.d/shop-shadow.conf"), port: ports.shadow },
  });
  await writeFile(settings.file, await firstInclude(settings, Date.now()));
  await writeFile(join(folder, "nginx.conf"), nginxConfiguration(folder, ports, settings));
  await writeFile(join(folder, "prometheus.yml"), prometheusConfiguration(ports));
  return settings;
}

/** A shop in two versions, users, a proxy and a Prometheus, all real and all on loopback; everything on blue. */
export async function startLab({ rate, green, blue, canHang = false }: Wish): Promise<Lab> {
  const folder = await mkdtemp(join(tmpdir(), "holdpoint-lab-"));
  const ports = await freePorts();
  const settings = await writeFiles(folder, ports, canHang);
  const tool = (command: string, ...args: string[]) =>
    spawn(command, args, { cwd: folder, stdio: ["ignore", "ignore", "ignore"] });
  const shops = { green: startPart("shop", green, ports.green), blue: startPart("shop", blue, ports.blue) };
  await Promise.all([
    untilOk(`http://127.0.0.1:${ports.green}/health`, green),
    untilOk(`http://127.0.0.1:${ports.blue}/health`, blue),
  ]);
  const processes = {
    ...shops,
    nginx: tool("nginx", "-c", join(folder, "nginx.conf"), "-p", folder),
    prometheus: tool(
      "prometheus",
      "--config.file=prometheus.yml",
      "--storage.tsdb.path=metrics",
      `--web.listen-address=127.0.0.1:${ports.prometheus}`,
    ),
    load: startPart("load", ports.front, rate, ports.load),
  };
  const stop = async () => {
    await Promise.all(Object.values(processes).map(endProcess));
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await untilOk(`http://127.0.0.1:${ports.front}/health`, "nginx");
    await untilOk(`http://127.0.0.1:${ports.load}/stats`, "the load");
    await untilOk(`http://127.0.0.1:${ports.prometheus}/-/ready`, "Prometheus");
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    ...{ folder, ports, settings, processes, stop },
    fault: async (side, fault) => {
      const to = `http://127.0.0.1:${ports[side]}/fault`;
      const answer = await fetch(to, { method: "POST", body: JSON.stringify(fault) });
      if (!answer.ok) throw new Error(await answer.text());
    },
    revive: async (side) => {
      await endProcess(processes[side]);
      processes[side] = startPart("shop", side === "green" ? green : blue, ports[side]);
      await untilOk(`http://127.0.0.1:${ports[side]}/health`, side);
    },
    hang: (isSo) => (isSo ? writeFile(hangFile(folder), "") : rm(hangFile(folder), { force: true })),
    stats: async () => LoadStats.parse(await (await fetch(`http://127.0.0.1:${ports.load}/stats`)).json()),
  };
}
