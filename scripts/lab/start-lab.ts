import { type ChildProcess, spawn } from "node:child_process";
import { chmod, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { firstInclude } from "@/lib/adapters/nginx/first-include";
import { NginxSettings } from "@/lib/adapters/nginx/nginx-settings";
import { root } from "../build/bundle.mjs";
import { freePorts } from "../test/free-ports";
import { endProcess } from "./end-process";
import { type LabPorts, nginxConfiguration, prometheusConfiguration } from "./lab-files";
import { LoadStats } from "./load-stats";
import { startTool, untilAnswers } from "./start-tool";

type ShopFault = { errors?: number; latencyMs?: number; silent?: boolean; dead?: boolean };

type Hands = {
  fault(side: "green" | "blue", fault: ShopFault): Promise<void>;
  stats(): Promise<LoadStats>;
  /** Starts a version again that has ended. */
  revive(side: "green" | "blue"): Promise<void>;
  /** While it is so, every test of nginx' files hangs, and so does whoever changes traffic. */
  hang(isSo: boolean): Promise<void>;
};

export type Lab = Hands & {
  folder: string;
  ports: LabPorts;
  /** What a runner's host file says of the lab's proxy. */
  settings: NginxSettings;
  processes: Record<"green" | "blue" | "nginx" | "prometheus" | "load", ChildProcess>;
  stop(): Promise<void>;
};

type Wish = { rate: number; green: string; blue: string; canHang?: boolean };

async function findPorts(): Promise<LabPorts> {
  const [front = 0, probe = 0, shadow = 0, green = 0, blue = 0, load = 0, prometheus = 0] = await freePorts(7);
  return { front, probe, shadow, green, blue, load, prometheus };
}

function startPart(part: string, ...args: (string | number)[]): ChildProcess {
  const script = ["scripts/run-ts.mjs", `scripts/lab/${part}.ts`, ...args.map(String)];
  return spawn(process.execPath, script, { cwd: resolve(root), stdio: ["pipe", "ignore", "inherit"] });
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

/** All of it answers when this returns, users last; what has been started by then is ended where something does not. */
async function startProcesses(folder: string, ports: LabPorts, { rate, green, blue }: Wish): Promise<Lab["processes"]> {
  const started: ChildProcess[] = [];
  const kept = (child: ChildProcess) => {
    started.push(child);
    return child;
  };
  const at = (port: number, path: string) => `http://127.0.0.1:${port}${path}`;
  try {
    const shops = {
      green: kept(startPart("shop", green, ports.green)),
      blue: kept(startPart("shop", blue, ports.blue)),
    };
    const scraped = [`--config.file=${folder}/prometheus.yml`, `--storage.tsdb.path=${folder}/metrics`];
    const listening = `--web.listen-address=127.0.0.1:${ports.prometheus}`;
    const metrics = startTool(folder, "prometheus", ...scraped, listening);
    const prometheus = kept(metrics.process);
    await Promise.all([untilAnswers(at(ports.green, "/health"), green), untilAnswers(at(ports.blue, "/health"), blue)]);
    const proxy = startTool(folder, "nginx", "-c", join(folder, "nginx.conf"), "-p", folder);
    const nginx = kept(proxy.process);
    await untilAnswers(at(ports.front, "/health"), proxy);
    const load = kept(startPart("load", ports.front, rate, ports.load));
    await untilAnswers(at(ports.load, "/stats"), "the load");
    await untilAnswers(at(ports.prometheus, "/-/ready"), metrics);
    return { ...shops, nginx, prometheus, load };
  } catch (error) {
    await Promise.all(started.map(endProcess));
    throw error;
  }
}

/** A shop in two versions, users, a proxy and a Prometheus, all real and all on loopback; everything on blue. */
export async function startLab(wish: Wish): Promise<Lab> {
  const folder = await mkdtemp(join(tmpdir(), "holdpoint-lab-"));
  const clear = () => rm(folder, { recursive: true, force: true });
  try {
    const ports = await findPorts();
    const settings = await writeFiles(folder, ports, wish.canHang ?? false);
    const processes = await startProcesses(folder, ports, wish);
    const stop = () => Promise.all(Object.values(processes).map(endProcess)).then(clear);
    return { ...{ folder, ports, settings, processes, stop }, ...handsOn({ folder, ports, processes }, wish) };
  } catch (error) {
    await clear();
    throw error;
  }
}

/** What a test or a person does to it. */
function handsOn({ folder, ports, processes }: Pick<Lab, "folder" | "ports" | "processes">, wish: Wish): Hands {
  return {
    fault: async (side, fault) => {
      const to = `http://127.0.0.1:${ports[side]}/fault`;
      const answer = await fetch(to, { method: "POST", body: JSON.stringify(fault) });
      if (!answer.ok) throw new Error(await answer.text());
    },
    revive: async (side) => {
      await endProcess(processes[side]);
      processes[side] = startPart("shop", wish[side], ports[side]);
      await untilAnswers(`http://127.0.0.1:${ports[side]}/health`, wish[side]);
    },
    hang: (isSo) => (isSo ? writeFile(hangFile(folder), "") : rm(hangFile(folder), { force: true })),
    stats: async () => LoadStats.parse(await (await fetch(`http://127.0.0.1:${ports.load}/stats`)).json()),
  };
}
