import { spawn } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { type Host, readHost } from "@/lib/runner/host/host";
import type { KeeperOrder } from "@/lib/runner/keeper/keeper-order";
import { runKeeper } from "@/lib/runner/keeper/keeper-process";
import { onlyEnvironment } from "@/lib/runner/keeper/only-environment";
import { Runner } from "@/lib/runner/runner";
import { holdDataDirectory } from "@/lib/runner/runner-lock";
import { createServerLink } from "@/lib/runner/wire/server-link";
import { plainLog } from "./plain-log";
import { readOptions } from "./read-options";
import { sameOutside } from "./same-outside";
import { trafficDrivers } from "./traffic-drivers";

/** Where a keeper's own complaints go; on a disk without room nowhere. */
function openComplaints(folder: string): number | null {
  try {
    return openSync(join(folder, "keeper.log"), "a", 0o600);
  } catch {
    return null;
  }
}

/** A keeper is this very file once more, in a session of its own: it stays when the runner goes. */
function startKeeper(order: KeeperOrder): void {
  const own = fileURLToPath(import.meta.url);
  const complaints = openComplaints(order.folder);
  const keeper = spawn(process.execPath, [own, "keep"], {
    detached: true,
    stdio: ["pipe", "ignore", complaints ?? "ignore"],
    cwd: "/",
    // Where the token comes from is no business of whoever runs under it.
    env: onlyEnvironment({ PATH: process.env["PATH"] ?? "" }),
  });
  if (complaints !== null) closeSync(complaints);
  keeper.once("error", (error) => plainLog.error({ error: error.message }, "A keeper could not be started."));
  // Its own end is in the journal; a pipe that breaks says nothing more.
  keeper.stdin?.on("error", () => {});
  keeper.stdin?.end(JSON.stringify(order));
  keeper.unref();
}

/** Its first word. A file that is away for a moment is no token, and the server will say so. */
function readToken({ server }: Host["file"]): string {
  if (server.tokenFile === undefined) return process.env[server.tokenEnv ?? ""] ?? "";
  try {
    return readFileSync(server.tokenFile, "utf8").trim().split(/\s/u, 1)[0] ?? "";
  } catch {
    return "";
  }
}

function fail(sentences: readonly string[]): never {
  for (const sentence of sentences) process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

async function runRunner(path: string): Promise<void> {
  const first = readHost(path, trafficDrivers);
  if (!first.ok) fail(first.sentences);
  let { host } = first;
  const taken = holdDataDirectory(host.file.dataDirectory, plainLog);
  if (taken !== null) fail([taken]);
  const { url, authority } = host.file.server;
  const link = createServerLink({
    url,
    token: () => readToken(host.file),
    authority: authority === undefined ? null : readFileSync(authority, "utf8"),
  });
  const runner = new Runner(host, { link, log: plainLog, startKeeper });
  process.on("SIGHUP", () => {
    const next = readHost(path, trafficDrivers);
    if (!next.ok) {
      plainLog.error({}, `The file was not read anew, the old one holds: ${next.sentences.join(" ")}`);
    } else if (!sameOutside(host.file, next.host.file)) {
      plainLog.error({}, "The file was not read anew: server address and data directory change with a restart only.");
    } else {
      host = next.host;
      runner.reload(host);
      plainLog.info({ actions: Object.keys(host.file.actions).length }, "The file was read anew.");
    }
  });
  // Whoever read it is gone; nothing depends on it.
  process.stderr.on("error", () => {});
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => runner.end());
  await runner.run();
  link.close();
  plainLog.info({}, "The runner has ended. What runs goes on, and is found again at the next start.");
  process.exit(0);
}

const options = readOptions(process.argv.slice(2));
process.umask(0o077);
if (options.kind === "keep") await runKeeper();
else if (options.kind === "misuse") fail([options.sentence]);
else if (options.kind === "check") {
  const read = readHost(resolve(options.path), trafficDrivers);
  if (!read.ok) fail(read.sentences);
  const { actions, traffic } = read.host.file;
  const [commands, proxies] = [actions, traffic].map((part) => Object.keys(part).join(", ") || "none");
  process.stdout.write(`${options.path} is right. Actions: ${commands}. Traffic: ${proxies}.\n`);
} else await runRunner(resolve(options.path));
