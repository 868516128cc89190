import type { CommandType } from "@/lib/domain/release/commands";
import type { WatchEvidence } from "@/lib/domain/release/watch-evidence";
import type { WatchStore } from "@/lib/ports/watch-store";

/** What lets a release go on, and a signature, stand on what the watch saw. Nothing else waits for it, what stops least of all. */
const STANDS_ON_EVIDENCE: ReadonlySet<CommandType> = new Set<CommandType>([
  "item.sign",
  "gate.decide",
  "gate.override",
  "gate.confirm",
  "stage.start",
  "stage.retry",
  "release.complete",
  "observation.complete",
  "criterion.judge",
]);

type Asked = { releaseId: string; command: { type: CommandType; decision?: string } };

/** The watch's latest round, read afresh, for the commands that are decided on it. */
export async function evidenceFor(
  watches: Pick<WatchStore, "findRound">,
  { releaseId, command }: Asked,
): Promise<WatchEvidence> {
  if (!STANDS_ON_EVIDENCE.has(command.type) || command.decision === "no_go") return null;
  return (await watches.findRound(releaseId))?.evidence ?? null;
}
