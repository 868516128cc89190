import type { CommandAnswer } from "@/lib/contracts/command-answer";
import type { Plan } from "@/lib/domain/plan/plan";
import type { ReleaseState } from "@/lib/domain/release/state";
import type { Hasher } from "@/lib/ports/hasher";
import type { ReleaseStore } from "@/lib/ports/release-store";
import type { OutputStore, RunnerStore } from "@/lib/ports/runner-store";
import type { CommandRequest } from "../release/submit-command";

export type FoundRelease = { releaseId: string; planVersionId: string; plan: Plan; state: ReleaseState };
type Approvals = { hash: string; approvals: { person: string; name: string; at: number }[] };

/** What the verbs about runners stand on. */
export type RunnerPorts = {
  runners: RunnerStore;
  outputs: OutputStore;
  releases: Pick<ReleaseStore, "listHeads">;
  hasher: Hasher;
  /** The release as it stands now. */
  findRelease: (releaseId: string) => Promise<FoundRelease | null>;
  /** Who approved this very version, with its SHA-256. */
  findApprovals: (planVersionId: string) => Promise<Approvals>;
  submitCommand: (request: CommandRequest) => Promise<CommandAnswer>;
};
