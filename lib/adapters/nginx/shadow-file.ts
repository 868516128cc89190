import type { TrafficOrder } from "@/lib/contracts/traffic";
import { lockFile } from "./file-lock";
import { includeFile } from "./include-file";
import { type TestReply, testConfiguration } from "./nginx-process";
import type { NginxSettings } from "./nginx-settings";
import { readHeader } from "./read-header";

/** A drill that is under way fails over the same shadow by then, and puts it back itself. */
const WAIT_S = 3;
/** The way back waits for no drill that may have been stopped: no user meets the shadow, whoever holds it. */
const WAY_BACK_WAIT_S = 0.5;
/** How long nginx may look at a shadow that names the new version while a way back waits: a name without an answer takes it many seconds. */
const SUSPECT_LIMIT_MS = 1_500;

type Tested = { settings: NginxSettings; order: Pick<TrafficOrder, "share">; signal: AbortSignal };
type Shadow = NonNullable<NginxSettings["shadow"]>;

/** True: the shadow is gone. No user meets it, and the next drill writes it anew. */
async function clearShadow({ file }: Shadow, { order, signal }: Tested): Promise<boolean> {
  const isWayBack = order.share === 0;
  const locked = await lockFile(`${file}.lock`, isWayBack ? WAY_BACK_WAIT_S : WAIT_S, signal);
  const mayClear = !signal.aborted && (locked.kind === "held" || isWayBack);
  const isGone =
    mayClear &&
    (await includeFile(file)
      .clear()
      .then(
        () => true,
        () => false,
      ));
  if (locked.kind === "held") await locked.release();
  return isGone;
}

/** It names the new version, as only a drill that is under way or was cut off leaves it: a way back itself does not name it any more. */
async function namesGreen({ file }: Shadow): Promise<boolean> {
  const text = await includeFile(file)
    .read()
    .catch(() => null);
  return text !== null && readHeader(text)?.share !== 0;
}

/**
 * Whether nginx would take its files; what a drill has left must not keep a share, and a rollback least of all, from users: neither by
 * what nginx refuses nor by what it does not come to an end with.
 */
export async function testWithoutShadow(tested: Tested): Promise<TestReply> {
  const { settings, order, signal } = tested;
  const { shadow } = settings;
  if (shadow === null) return testConfiguration(settings, signal);
  const isSuspect = order.share === 0 && (await namesGreen(shadow));
  const first = await testConfiguration(settings, signal, isSuspect ? SUSPECT_LIMIT_MS : undefined);
  if (first.kind === "ok" || signal.aborted) return first;
  const isToBlame = first.said.includes(` in ${shadow.file}:`) || (isSuspect && first.kind === "late");
  return isToBlame && (await clearShadow(shadow, tested)) ? testConfiguration(settings, signal) : first;
}
