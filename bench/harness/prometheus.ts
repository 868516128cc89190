import { execFileSync, spawn, spawnSync } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../../scripts/test/free-ports";
import type { Pinning } from "./pinning";
import { shopHistory } from "./shop-history";

export type Prometheus = {
  url: string;
  version: string;
  /** Processor time of its process so far, as the kernel counts it. */
  cpuMs: () => Promise<number>;
  /** How many requests it has answered so far, by its own count. */
  answered: (handler: "query" | "query_range" | "alerts") => Promise<number>;
  stop: () => Promise<void>;
};

/** The version of the Prometheus of this machine; null where there is none. */
export function prometheusVersion(): string | null {
  const needed = ["prometheus", "promtool"].map((command) => spawnSync(command, ["--version"], { encoding: "utf8" }));
  if (needed.some(({ error }) => error !== undefined)) return null;
  return /version (\S+)/.exec(String(needed[0]?.stdout) + String(needed[0]?.stderr))?.[1] ?? "?";
}

const nsPerMs = 1e6;

/** Time on a processor, thread by thread: to the nanosecond, where `stat` counts hundredths of a second. */
async function readCpuMs(pid: number): Promise<number> {
  const threads = await readdir(`/proc/${pid}/task`);
  const spent = await Promise.all(
    threads.map((thread) => readFile(`/proc/${pid}/task/${thread}/schedstat`, "utf8").catch(() => "0")),
  );
  return spent.reduce((sum, text) => sum + Number(text.split(" ")[0]), 0) / nsPerMs;
}

async function untilReady(url: string, hasEnded: () => boolean): Promise<void> {
  while (!hasEnded()) {
    const answer = await fetch(`${url}/-/ready`).catch(() => undefined);
    if (answer?.status === 200) return;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error("Prometheus ended before it was ready.");
}

/**
 * A real Prometheus on the servers' core over the history of a shop. It scrapes nothing: what is asked for a moment is the same
 * whenever it is asked, and its processor time is that of its answers.
 */
export async function startPrometheus(pinning: Pinning, minutesAhead: number): Promise<Prometheus> {
  const version = prometheusVersion();
  if (version === null) throw new Error("There is no Prometheus on this machine.");
  const folder = await mkdtemp(join(tmpdir(), "holdpoint-bench-prometheus-"));
  await writeFile(join(folder, "history.om"), shopHistory(Date.now(), minutesAhead));
  execFileSync("promtool", ["tsdb", "create-blocks-from", "openmetrics", "history.om", "data"], {
    cwd: folder,
    stdio: "ignore",
  });
  await writeFile(join(folder, "prometheus.yml"), "{}");
  const url = `http://127.0.0.1:${await freePort()}`;
  const wanted = ["--config.file=prometheus.yml", "--storage.tsdb.path=data"];
  const { file, args } = pinning.command("prometheus", [...wanted, `--web.listen-address=${new URL(url).host}`]);
  const child = spawn(file, args, { cwd: folder, stdio: "ignore" });
  const ended = new Promise((done) => child.once("exit", done));
  await untilReady(url, () => child.exitCode !== null);
  return {
    ...{ url, version },
    cpuMs: () => readCpuMs(child.pid ?? 0),
    answered: async (handler) => {
      const text = await (await fetch(`${url}/metrics`)).text();
      const lines = text
        .split("\n")
        .filter((line) => line.startsWith("prometheus_http_requests_total{") && line.includes(`"/api/v1/${handler}"`));
      return lines.reduce((sum, line) => sum + Number(line.split(" ").at(-1)), 0);
    },
    stop: async () => {
      child.kill("SIGTERM");
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}
