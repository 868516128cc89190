import { closeSync, fsyncSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { JobOutcome, RefusalReason, RunnerJob, TrafficResult } from "@/lib/contracts/runner";
import { ProcessIdentity } from "./process-identity";
import { writeWhole } from "./to-disk";

/** How a job ended, as whoever saw its end wrote it down. */
export const JobEnd = z.object({
  outcome: JobOutcome,
  refusal: RefusalReason.nullable(),
  exitCode: z.int().nullable(),
  signal: z.string().nullable(),
  bytes: z.int(),
  producedBytes: z.int(),
  capped: z.boolean(),
  startedAt: z.int().nullable(),
  endedAt: z.int(),
  says: z.string(),
  traffic: TrafficResult.nullable(),
  probe: z.object({ succeeded: z.boolean(), text: z.string() }).nullable(),
});
export type JobEnd = z.infer<typeof JobEnd>;

const turn = z.int().min(0);
/**
 * One job's own log on this host, written by the runner and by the job's keeper, each record on the disk before its effect.
 * Times of permits are of the machine's monotonic clock, in ms.
 */
const JournalRecord = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("accepted"), job: RunnerJob }),
  /** From here on a keeper, or for traffic the runner itself, may act. */
  z.object({ kind: z.literal("starting"), by: z.enum(["keeper", "runner"]) }),
  z.object({ kind: z.literal("keeper"), identity: ProcessIdentity }),
  /** The keeper wants to know whether command `turn` may begin; the runner answers with a permit that does not last. */
  z.object({ kind: z.literal("asks"), turn }),
  z.object({ kind: z.literal("permit"), turn, until: z.number() }),
  z.object({ kind: z.literal("spawning"), turn }),
  /** The permit had run out before the command began: it did not begin. */
  z.object({ kind: z.literal("withheld"), turn }),
  z.object({ kind: z.literal("child"), turn, identity: ProcessIdentity }),
  z.object({ kind: z.literal("end"), end: JobEnd }),
  z.object({ kind: z.literal("told") }),
]);
export type JournalRecord = z.infer<typeof JournalRecord>;

const journalOf = (folder: string) => join(folder, "journal");
/** The output as it is sent: capped, secrets masked. */
export const spoolOf = (folder: string) => join(folder, "output");

/** On the disk when it returns. Each record brings its own line's beginning, so that a torn one before it spoils nothing. */
export function appendRecord(folder: string, record: JournalRecord): void {
  const file = openSync(journalOf(folder), "a", 0o600);
  try {
    writeWhole(file, `\n${JSON.stringify(record)}\n`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function readRecord(line: string): JournalRecord[] {
  try {
    const read = JournalRecord.safeParse(JSON.parse(line));
    return read.success ? [read.data] : [];
  } catch {
    return [];
  }
}

/** All whole records; empty when there is no journal. */
export function readJournal(folder: string): JournalRecord[] {
  try {
    return readFileSync(journalOf(folder), "utf8").split("\n").filter(Boolean).flatMap(readRecord);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  }
}
