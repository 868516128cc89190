import { askMark } from "./ask-proxy";
import type { IncludeFile } from "./include-file";
import { testConfiguration } from "./nginx-process";
import type { NginxSettings } from "./nginx-settings";
import { readHeader } from "./read-header";
import { reloadUntil } from "./reload-until";

/**
 * Clears away what an order has left that was cut off in the middle: the file becomes what nginx runs, so traffic does not move. Where
 * nginx does not tell what it runs, the newer file stays when nginx would take it: a start in the night must not fail. To be called
 * under the lock. True: there was something.
 */
export async function mendInterrupted(
  settings: NginxSettings,
  file: IncludeFile,
  signal: AbortSignal,
): Promise<boolean> {
  const before = await file.readBefore();
  if (before === null) return false;
  const written = readHeader((await file.read()) ?? "")?.mark ?? null;
  const stood = readHeader(before)?.mark ?? null;
  const running = await askMark(settings);
  if (running !== null && running === written) await file.keep();
  else if (running !== null && running === stood) {
    await file.putBack();
    // Killed just after it had asked for a reload: nginx may still be at it, with the file that is gone again.
    await reloadUntil(settings, stood, signal);
  } else if ((await testConfiguration(settings, signal)).kind === "ok") await file.keep();
  else await file.putBack();
  return true;
}
