import { LINE_MAX, newMatches, unfinishedLine } from "@/lib/domain/plan/output-pattern";
import { outputPatterns } from "@/lib/domain/plan/playbook-matchers";
import { TERMINAL_RELEASE } from "@/lib/domain/release/transitions";
import type { JobRef } from "@/lib/ports/runner-store";
import { wireJob } from "./job-ref";
import type { FoundRelease, RunnerPorts } from "./runner-ports";

/** A cut may have gone through a character: what is left of it is no word of any pattern. */
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

type Ports = Pick<RunnerPorts, "outputs" | "hasher" | "submitCommand">;

/** The line that was not finished when the new bytes came, read again: nothing about an output is kept in between. */
async function lineBefore({ outputs }: Ports, ref: JobRef, from: number): Promise<string> {
  const start = Math.max(0, from - LINE_MAX);
  return start === from ? "" : unfinishedLine(text(await outputs.read(ref, { from: start, limit: from - start })));
}

type Fresh = { ref: JobRef; found: FoundRelease; from: number; bytes: Uint8Array };

/** Looks in what came new of a job's output for the words that playbooks wait for, and says so once for each. */
export async function matchOutput(ports: Ports, { ref, found, from, bytes }: Fresh): Promise<void> {
  const patterns = outputPatterns(found.plan);
  if (patterns.length === 0 || bytes.length === 0 || TERMINAL_RELEASE.has(found.state.status)) return;
  const matched = newMatches(patterns, { before: await lineBefore(ports, ref, from), text: text(bytes) });
  for (const pattern of matched) {
    const answer = await ports.submitCommand({
      releaseId: ref.releaseId,
      // The same bytes say the same thing once, whoever delivers them again.
      key: `${wireJob(ref)}:match:${ports.hasher.hashText(`${from} ${pattern}`).slice(0, 40)}`,
      command: { type: "playbook.match", job: ref.job, pattern },
      actor: { kind: "system", name: "engine" },
    });
    // The piece is not kept then, and comes again.
    if (answer.outcome === "unavailable")
      throw new Error(`A match of ${wireJob(ref)} could not be recorded (${answer.id}).`);
  }
}
