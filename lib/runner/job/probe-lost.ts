import type { RunnerJob } from "@/lib/contracts/runner";
import type { TrafficDriver } from "@/lib/ports/traffic-driver";
import type { JobEnd } from "../journal/journal";
import { isLiving, type ProcessIdentity } from "../journal/process-identity";
import type { KeeperOrder } from "../keeper/keeper-order";
import { createMask } from "../keeper/mask";
import { runCommand } from "../keeper/run-command";
import { pauseUntil } from "../pause";
import type { Desk } from "./desk";
import { makeEnd } from "./make-end";
import { prepareJob } from "./prepare-job";

const LIMIT_MS = 15_000;
/** What a probe leaves running in its group has so long to end. */
const GRACE_MS = 500;
/** A process that even KILL does not end is the system's, and keeps nobody waiting. */
const GONE_MS = 4000;
const TEXT_MAX = 4000;

type Probed = NonNullable<JobEnd["probe"]>;

/** A group of its own: at the limit all of it is killed, and whoever still holds its output open is not waited for. */
async function runProbe(order: KeeperOrder, probe: readonly string[]): Promise<Probed> {
  const mask = createMask(order.secrets);
  const over = new AbortController();
  let text = "";
  let isLate = false;
  const running = runCommand({ ...order, graceMs: GRACE_MS }, probe, null, {
    onPid: () => {},
    onNote: () => {},
    onOutput: (_, chunk) => {
      text = (text + mask.push(chunk).toString("utf8")).slice(-TEXT_MAX);
    },
  });
  async function endAtLimit(): Promise<null> {
    await pauseUntil(over.signal, LIMIT_MS);
    if (over.signal.aborted) return null;
    isLate = true;
    running.signal("SIGKILL");
    await pauseUntil(over.signal, GONE_MS);
    return null;
  }
  const end = await Promise.race([running.done, endAtLimit()]);
  over.abort();
  text += mask.end().toString("utf8");
  if (end?.kind === "not_started") text += end.because;
  const succeeded = end?.kind === "ended" && end.exitCode === 0;
  if (isLate && !succeeded) text += `\n[holdpoint] It gave no answer in ${LIMIT_MS / 1000} s and was ended.`;
  return { succeeded, text };
}

async function lookAtTraffic(driver: TrafficDriver): Promise<Probed> {
  try {
    const standing = await driver.probe();
    return { succeeded: standing.kind === "standing", text: JSON.stringify(standing) };
  } catch (error) {
    return { succeeded: false, text: String(error) };
  }
}

/** Asks, without changing anything, what has come of a job whose end nobody saw. Null = this host has no way to ask. */
export async function probeLost(desk: Pick<Desk, "host">, job: RunnerJob, folder: string): Promise<JobEnd["probe"]> {
  const prepared = prepareJob(desk.host(), job, folder);
  if (prepared.kind === "refused" || (prepared.kind === "keeper" && prepared.probe === null)) return null;
  const { succeeded, text } =
    prepared.kind === "traffic"
      ? await lookAtTraffic(prepared.driver)
      : await runProbe(prepared.order, prepared.probe ?? []);
  return { succeeded, text: Buffer.from(text.replaceAll("\0", "").slice(-TEXT_MAX), "utf8").toString("utf8") };
}

type Lost = { because: string; child: ProcessIdentity | null };

/** Nobody saw how it ended: that is its end, with what can still be seen. */
export async function lostEnd(
  desk: Pick<Desk, "host">,
  job: RunnerJob,
  folder: string,
  { because, child }: Lost,
): Promise<JobEnd> {
  const left = child === null ? "" : ` Its process ${child.pid} ${isLiving(child) ? "still runs" : "is gone"}.`;
  const probe = await probeLost(desk, job, folder);
  return makeEnd(folder, "lost", `${because}: unknown, check. It is not run again.${left}`, { probe });
}
