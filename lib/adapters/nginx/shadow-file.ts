import { lockFile } from "./file-lock";
import { includeFile } from "./include-file";
import { type TestReply, testConfiguration } from "./nginx-process";
import type { NginxSettings } from "./nginx-settings";

/** A drill that is under way fails over the same shadow by then, and puts it back itself. */
const WAIT_S = 3;

/** True: the shadow was what nginx does not take, and is gone. No user meets it, and the next drill writes it anew. */
async function clearShadow({ shadow }: NginxSettings, said: string): Promise<boolean> {
  if (shadow === null || !said.includes(` in ${shadow.file}:`)) return false;
  const locked = await lockFile(`${shadow.file}.lock`, WAIT_S);
  if (locked.kind !== "held") return false;
  return includeFile(shadow.file)
    .clear()
    .then(
      () => true,
      () => false,
    )
    .finally(() => locked.release());
}

/** Whether nginx would take its files; what a drill has left must not keep a share, and a rollback least of all, from users. */
export async function testWithoutShadow(settings: NginxSettings, signal: AbortSignal): Promise<TestReply> {
  const tested = await testConfiguration(settings, signal);
  if (tested.kind === "ok" || signal.aborted || !(await clearShadow(settings, tested.said))) return tested;
  return testConfiguration(settings, signal);
}
