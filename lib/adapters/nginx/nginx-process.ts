import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import type { NginxSettings } from "./nginx-settings";
import { toolEnvironment } from "./tool-environment";

/** `late`: it was ended because it took too long, and has said nothing. */
type StepReply = { kind: "ok" } | { kind: "failed" | "late"; detail: string };
/** `said`: all that nginx said, with the file and the line that it is about. */
export type TestReply = { kind: "ok" } | { kind: "unknown_host" | "failed" | "late"; detail: string; said: string };

const LIMIT_MS = 10_000;

function run([command = "", ...args]: readonly string[], signal: AbortSignal, limitMs = LIMIT_MS): Promise<StepReply> {
  return new Promise((resolve) => {
    const bounds = { timeout: limitMs, killSignal: "SIGKILL" as const, signal, maxBuffer: 1024 * 1024 };
    const options = { ...bounds, env: toolEnvironment() };
    execFile(command, args, options, (error, _, stderr) => {
      if (error === null) return resolve({ kind: "ok" });
      if (error.killed === true) resolve({ kind: "late", detail: `${command}: no end within ${limitMs / 1000} s` });
      else resolve({ kind: "failed", detail: stderr.trim() || error.message });
    });
  });
}

/** The lines in which nginx says why, without those that only say that. */
function reasons(said: string): string {
  const found = said.split("\n").filter((line) => /\[(emerg|alert|crit|error)\]/u.test(line));
  return found.length === 0 ? said : found.join("\n");
}

/** Whether nginx would take all its files as they lie there. */
export async function testConfiguration(
  { test }: NginxSettings,
  signal: AbortSignal,
  limitMs = LIMIT_MS,
): Promise<TestReply> {
  const tested = await run(test, signal, limitMs);
  if (tested.kind === "ok") return tested;
  const said = tested.detail;
  if (tested.kind === "late") return { ...tested, said };
  const host = /host not found in [a-z ]*"(?<host>[^"]+)"/u.exec(said)?.groups?.["host"];
  if (host !== undefined) return { kind: "unknown_host", detail: host, said };
  return { kind: "failed", detail: reasons(said), said };
}

/** Linux says what a process is; elsewhere the pid file is believed. */
async function isNginx(pid: number): Promise<boolean> {
  return readFile(`/proc/${pid}/comm`, "utf8").then(
    (name) => name.startsWith("nginx"),
    () => process.platform !== "linux",
  );
}

async function hangUp(pidFile: string): Promise<StepReply> {
  const text = await readFile(pidFile, "utf8").catch(() => "");
  const pid = Number.parseInt(text, 10);
  if (!(pid > 1)) return { kind: "failed", detail: `nginx is not running: no process in ${pidFile}` };
  if (!(await isNginx(pid))) return { kind: "failed", detail: `nginx is not running: ${pidFile} names process ${pid}` };
  try {
    process.kill(pid, "SIGHUP");
    return { kind: "ok" };
  } catch (error) {
    return { kind: "failed", detail: error instanceof Error ? error.message : String(error) };
  }
}

/** Asks nginx to read its files again. That it has done so only the probe can tell. */
export async function reloadNginx({ reload, pidFile }: NginxSettings, signal: AbortSignal): Promise<StepReply> {
  return reload === null ? hangUp(pidFile) : run(reload, signal);
}
