import type { OutputNews, OutputTold } from "@/lib/contracts/job-output";
import { lastLine } from "@/lib/domain/output/terminal-text";
import { jobsOf } from "@/lib/domain/release/job";
import type { ReleaseState } from "@/lib/domain/release/state";
import type { JobRef } from "@/lib/ports/runner-store";
import type { RunnerPorts } from "./runner-ports";

/** Enough for the last line of anything that is meant to be read, bytes. */
const TAIL_BYTES = 4_096;

/** No head whose end can be told is longer, bytes. */
const HEAD_BYTES = 16_384;
/**
 * What a runner writes before an action's own output: the title, the commands or what is asked of the driver, a blank line. A text out of
 * a plan stands there as it is: where it ends cannot be told, so nothing of it matches.
 */
const HEAD = /^[^\n]*\n(?:(?:\$ [^\n]*\n)+|[^\s:]+: (?:set|observe|probe|drill)[^\n]*\n)\n/u;

type Outputs = Pick<RunnerPorts, "outputs">;

/** From where on an output is the action's own, in bytes; null while nobody can tell. */
async function endOfHead({ outputs }: Outputs, ref: JobRef): Promise<number | null> {
  const start = await outputs.read(ref, { from: 0, limit: HEAD_BYTES });
  const [head] = HEAD.exec(Buffer.from(start).toString("latin1")) ?? [];
  return head?.length ?? null;
}

const lineIn = (bytes: Uint8Array) => lastLine(new TextDecoder().decode(bytes));

/** How far a job has written, its last line, and the last line for those from whom commands are hidden. */
export async function readOutputNews(ports: Outputs, ref: JobRef): Promise<OutputTold> {
  const size = await ports.outputs.size(ref);
  const from = Math.max(0, size - TAIL_BYTES);
  const [tail, own] = await Promise.all([ports.outputs.read(ref, { from, limit: TAIL_BYTES }), endOfHead(ports, ref)]);
  const shown = own === null ? "" : lineIn(tail.subarray(Math.max(0, own - from)));
  return { releaseId: ref.releaseId, job: ref.job, size, line: lineIn(tail), shown };
}

function readRunning(ports: Outputs, state: ReleaseState): Promise<OutputTold[]> {
  const running = jobsOf(state).filter(({ job }) => job.status === "running");
  return Promise.all(running.map(({ id }) => readOutputNews(ports, { releaseId: state.releaseId, job: id })));
}

/** How far every job of a release that runs now has written, for people. */
export async function readRunningOutputs(ports: Outputs, state: ReleaseState): Promise<OutputNews[]> {
  return (await readRunning(ports, state)).map(({ shown: _shown, ...news }) => news);
}

/** The same for displays. */
export async function readShownOutputs(ports: Outputs, state: ReleaseState): Promise<OutputNews[]> {
  return (await readRunning(ports, state)).map(({ shown, ...news }) => ({ ...news, line: shown }));
}
