import { askMark, awaitMark } from "./ask-proxy";
import { reloadNginx } from "./nginx-process";
import type { NginxSettings } from "./nginx-settings";
import { followOldWorkers } from "./worker-generation";

const LIMIT_MS = 5_000;

/**
 * Reloads and waits until the workers of that generation, and only they, take connections; null = until nobody listens for the probe
 * any more. Looks again at the end: a reload that somebody asked for just before may have come in between.
 */
export async function reloadUntil(
  settings: NginxSettings,
  mark: string | null,
  signal: AbortSignal,
): Promise<{ kind: "ok" } | { kind: "failed"; detail: string }> {
  const oldWorkersGone = followOldWorkers(settings.pidFile);
  const reloaded = await reloadNginx(settings, signal);
  if (reloaded.kind !== "ok") return { kind: "failed", detail: reloaded.detail };
  const limit = { limitMs: LIMIT_MS, signal };
  if ((await awaitMark(settings, mark, limit)) === "answers") {
    await oldWorkersGone(signal);
    if ((await awaitMark(settings, mark, limit)) === "answers") return { kind: "ok" };
  }
  const seen = (await askMark(settings)) === null ? "nobody answers" : "nginx answers as of another file";
  const where = `127.0.0.1:${settings.probe.port} after ${LIMIT_MS / 1000} s`;
  return { kind: "failed", detail: `${seen} on ${where}: is ${settings.file} included, does nginx run?` };
}
