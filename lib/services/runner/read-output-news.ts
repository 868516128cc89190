import type { OutputNews, OutputTold } from "@/lib/contracts/job-output";
import { lastLine } from "@/lib/domain/output/terminal-text";
import { jobsOf } from "@/lib/domain/release/job";
import type { ReleaseState } from "@/lib/domain/release/state";
import type { JobRef } from "@/lib/ports/runner-store";
import type { RunnerPorts } from "./runner-ports";
import { commandsFor } from "./work-of";

/** Enough for the last line of anything that is meant to be read, bytes. */
const TAIL_BYTES = 4_096;

/** No head of an action is longer, bytes. */
const HEAD_BYTES = 16_384;
/** What a runner writes before an action's own output: the title, the commands or what is asked of the driver, a blank line. */
const HEAD = /^[^\n]*\n(?:(?:\$ [^\n]*\n)+|[^\s:]+: (?:set|observe|probe|drill)[^\n]*\n)\n/u;

/** Before a text out of a plan stand the title and who approved it; after it, a blank line. */
const SCRIPT_HEAD = /^[^\n]*\n# bash [^\n]*\n/u;

type Outputs = Pick<RunnerPorts, "outputs" | "findRelease">;

/** From where on an output is the action's own, in bytes; null while nobody can tell. */
async function endOfHead(ports: Outputs, ref: JobRef): Promise<number | null> {
  const start = Buffer.from(await ports.outputs.read(ref, { from: 0, limit: HEAD_BYTES }));
  const [head] = HEAD.exec(start.toString("latin1")) ?? [];
  if (head !== undefined) return head.length;
  const [scriptHead] = SCRIPT_HEAD.exec(start.toString("latin1")) ?? [];
  return scriptHead === undefined ? null : endOfText(ports, ref, scriptHead.length);
}

/** A text may hold blank lines: it has ended where all of it stands there as the plan has it. One with a masked secret never does. */
async function endOfText({ outputs, findRelease }: Outputs, ref: JobRef, from: number): Promise<number | null> {
  const found = await findRelease(ref.releaseId);
  const purpose = found?.state.jobs[ref.job]?.purpose;
  if (found === null || purpose === undefined) return null;
  const text = Buffer.from(`${commandsFor(found.plan, purpose)}\n\n`);
  const written = await outputs.read(ref, { from, limit: text.length });
  return text.equals(written) ? from + text.length : null;
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
