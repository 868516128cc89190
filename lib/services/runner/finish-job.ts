import type { JobFinish, JobFinished, JobOutput, JobOutputTaken } from "@/lib/contracts/runner";
import type { JobRef, RunnerRecord } from "@/lib/ports/runner-store";
import { readWireJob, wireJob } from "./job-ref";
import { matchOutput } from "./match-output";
import { claimJob, reaches } from "./own-job";
import type { FoundRelease, RunnerPorts } from "./runner-ports";
import { type Say, sayEnd } from "./say-end";

type Of<Ask> = { runner: RunnerRecord; name: string; ask: Ask };

/** More than any host should keep of an action's output: what is behind it is taken and dropped, so that the end can follow. */
const OUTPUT_MAX_BYTES = 64 * 1024 * 1024;

type Asked = { runner: RunnerRecord; name: string; ask: { instance: string } };

/** The job with its release, where it is this runner's to speak of, in whichever life of its process: nobody writes into another's. */
async function findOwn(
  ports: RunnerPorts,
  { runner, name, ask: { instance } }: Asked,
): Promise<{ ref: JobRef; found: FoundRelease; isBegun: boolean } | null> {
  const ref = readWireJob(name);
  const found = ref === null ? null : await ports.findRelease(ref.releaseId);
  const job = ref === null ? undefined : found?.state.jobs[ref.job];
  if (ref === null || found === null || job === undefined || found.state.clock.mode !== runner.mode) return null;
  if (job.taken !== null) return job.taken.runner === runner.name ? { ref, found, isBegun: true } : null;
  const isOwn =
    job.status === "requested"
      ? await claimJob(ports, { runner, ref, found, instance })
      : reaches(runner, found, job.purpose);
  return isOwn ? { ref, found, isBegun: false } : null;
}

/** How a job can end that nobody has begun: so far nothing has happened. */
const UNBEGUN_ENDS: ReadonlySet<JobFinish["outcome"]> = new Set(["refused", "cancelled"]);

/** Keeps what is new of a piece of output; null = there is no such job of this runner's. */
export async function keepOutput(ports: RunnerPorts, asking: Of<JobOutput>): Promise<JobOutputTaken | null> {
  const own = await findOwn(ports, asking);
  if (own === null) return null;
  const { ref } = own;
  const { from, data } = asking.ask;
  const sent = Buffer.from(data, "base64");
  const bytes = Uint8Array.from(sent.subarray(0, Math.max(0, OUTPUT_MAX_BYTES - from)));
  const size = await ports.outputs.size(ref);
  // Looked through before it is kept: what is kept is not delivered again.
  if (from <= size) await matchOutput(ports, { ...own, from: size, bytes: bytes.subarray(size - from) });
  const next = bytes.length === 0 ? size : await ports.outputs.append(ref, { from, data: bytes });
  return { next: next < OUTPUT_MAX_BYTES ? next : Math.max(next, from + sent.length) };
}

/** A driver without hands has shown what is to be put in place, and nothing more. */
function byHand({ traffic }: JobFinish): { byHand?: true } {
  return traffic?.verb === "set" && traffic.reply.kind === "to_apply" ? { byHand: true } : {};
}

/** What a driver says of traffic that did not come out as asked: that users meet what they met before. */
function untouched({ traffic }: JobFinish): { untouched?: true } {
  const isBefore = traffic?.verb === "set" && traffic.reply.kind === "refused" && traffic.reply.standing === "before";
  return isBefore ? { untouched: true } : {};
}

/** Records how a job ended, once all of its output is there; null = there is no such job of this runner's. */
export async function finishJob(ports: RunnerPorts & { say: Say }, asking: Of<JobFinish>): Promise<JobFinished | null> {
  const { name, ask, runner } = asking;
  const own = await findOwn(ports, asking);
  if (own === null || (!own.isBegun && !UNBEGUN_ENDS.has(ask.outcome))) return null;
  const { ref, found } = own;
  const next = await ports.outputs.size(ref);
  if (next < Math.min(ask.bytes, OUTPUT_MAX_BYTES)) return { recorded: false, next };
  const { outcome, exitCode, signal, refusal } = ask;
  const kept = { bytes: Math.min(ask.bytes, OUTPUT_MAX_BYTES), capped: ask.capped || ask.bytes > OUTPUT_MAX_BYTES };
  const answer = await ports.submitCommand({
    releaseId: ref.releaseId,
    key: `${wireJob(ref)}:finish:${ask.instance}:${outcome}`,
    command: {
      ...{ type: "job.finish", job: ref.job, outcome, exitCode, signal, ...kept },
      ...sayEnd(found.plan.language, ask, ports.say),
      ...(refusal === null ? {} : { refusal }),
      ...byHand(ask),
      ...untouched(ask),
    },
    actor: { kind: "system", name: runner.name },
  });
  if (answer.outcome === "unavailable") throw new Error(`The end of ${name} could not be recorded (${answer.id}).`);
  await ports.runners.letGo(ref);
  return { recorded: true, next };
}
