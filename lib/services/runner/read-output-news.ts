import type { OutputNews } from "@/lib/contracts/job-output";
import { lastLine } from "@/lib/domain/output/terminal-text";
import { jobsOf } from "@/lib/domain/release/job";
import type { ReleaseState } from "@/lib/domain/release/state";
import type { JobRef } from "@/lib/ports/runner-store";
import type { RunnerPorts } from "./runner-ports";

/** Enough for the last line of anything that is meant to be read, bytes. */
const TAIL_BYTES = 4_096;

/** How far a job has written, and its last line. */
export async function readOutputNews({ outputs }: Pick<RunnerPorts, "outputs">, ref: JobRef): Promise<OutputNews> {
  const size = await outputs.size(ref);
  const tail = await outputs.read(ref, { from: Math.max(0, size - TAIL_BYTES), limit: TAIL_BYTES });
  return { releaseId: ref.releaseId, job: ref.job, size, line: lastLine(new TextDecoder().decode(tail)) };
}

/** The same of every job of a release that runs now. */
export function readRunningOutputs(ports: Pick<RunnerPorts, "outputs">, state: ReleaseState): Promise<OutputNews[]> {
  const running = jobsOf(state).filter(({ job }) => job.status === "running");
  return Promise.all(running.map(({ id }) => readOutputNews(ports, { releaseId: state.releaseId, job: id })));
}
