import type { CommandAnswer } from "@/lib/contracts/command-answer";
import { REFUSAL_KINDS, type Refusal } from "@/lib/domain/release/refusal";

type Problem = Partial<Refusal> & { id?: string; title?: string; detail?: string };
type Accepted = { seq: number; events: { seq: number; type: string }[] };

/** What the command route answered, as the value that an action would have given. */
export async function readAnswer(response: Response): Promise<CommandAnswer> {
  if (response.status === 401) return { outcome: "unauthenticated" };
  if (response.ok) return accepted(await response.json());
  const problem: Problem = await response.json().catch(() => ({}));
  if (response.status >= 500) return { outcome: "unavailable", id: problem.id ?? String(response.status) };
  return { outcome: "refused", refusal: refusalOf(problem, response.status) };
}

function accepted({ seq, events }: Accepted): CommandAnswer {
  return { outcome: "accepted", seq, events };
}

function refusalOf(problem: Problem, status: number): Refusal {
  const { kind, because, facts, by, unmet } = problem;
  const isKnown = REFUSAL_KINDS.some((known) => known === kind);
  if (isKnown && kind !== undefined && because !== undefined) return { kind, because, facts: facts ?? {}, by, unmet };
  if (status === 403) return { kind: "forbidden", because: "not-allowed-here", facts: {} };
  if (status === 404) return { kind: "unknown_id", because: "unknown-release", facts: {} };
  if (status === 429) return { kind: "rate_limited", because: "too-many-commands", facts: {} };
  return { kind: "invalid", because: "not-understood", facts: { status } };
}
