import type { SourceAnswer } from "@/lib/analysis/source-answer";
import type { SourceFault, SourceReply } from "@/lib/ports/metric-source";

const KINDS: Record<SourceFault, SourceAnswer> = {
  unreachable: { kind: "unreachable" },
  no_such_source: { kind: "unreachable" },
  secret_unreadable: { kind: "secret_unreadable" },
  address_refused: { kind: "unreachable" },
  timeout: { kind: "slow" },
  too_large: { kind: "too_big" },
  redirected: { kind: "redirected" },
  not_json: { kind: "not_json", status: 200 },
};

/** What the judge makes of what a source said. */
export function answerOf(reply: SourceReply): SourceAnswer {
  return reply.kind === "fault" ? KINDS[reply.because] : { kind: "json", status: reply.status, body: reply.body };
}

/** Answers to who asks, and not to what is asked: nothing can be seen there any more. */
const TURNED_AWAY: ReadonlySet<number> = new Set([401, 403, 407, 429]);

/** The source is there, whatever it says of the question: an error in one query is that query's, not the source's. */
export function isSeen(reply: SourceReply): boolean {
  return reply.kind === "reply" && reply.status < 500 && !TURNED_AWAY.has(reply.status);
}
