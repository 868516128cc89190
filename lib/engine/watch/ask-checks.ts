import { queriesToAsk } from "@/lib/analysis/judge-round";
import type { Round } from "@/lib/analysis/round";
import type { SourceAnswer } from "@/lib/analysis/source-answer";
import type { CheckId } from "@/lib/domain/plan/ids";
import type { Measure } from "@/lib/domain/plan/measure";
import type { Instant } from "@/lib/domain/release/time";
import type { MetricSource, SourceReply } from "@/lib/ports/metric-source";
import { answerOf, isSeen } from "./source-answer";

export type MeasuredCheck = { id: CheckId; measure: Measure };

export type Asked = {
  /** The answers to each check's queries, in their order. */
  answers: Map<CheckId, SourceAnswer[]>;
  /** Whether each source that was asked answered at all. */
  seen: Map<string, boolean>;
};

const NO_SUCH_SOURCE: SourceReply = { kind: "fault", because: "no_such_source", detail: "" };

/** The source that a check names, the default one where it names none. */
export function sourceOf({ measure }: MeasuredCheck, sources: readonly MetricSource[]): MetricSource | undefined {
  return measure.source === null ? sources[0] : sources.find(({ name }) => name === measure.source);
}

/** Asks everything that these checks want to know, all at once and each question once, however many checks ask it. */
export async function askChecks(
  checks: readonly MeasuredCheck[],
  sources: readonly MetricSource[],
  { round, at }: { round: Round; at: Instant },
): Promise<Asked> {
  const asked = new Map<string, Promise<SourceReply>>();
  const seen = new Map<string, boolean>();
  const ask = async (source: MetricSource | undefined, query: string): Promise<SourceAnswer> => {
    if (source === undefined) return answerOf(NO_SUCH_SOURCE);
    const key = JSON.stringify([source.name, query]);
    const reply = asked.get(key) ?? source.query({ query, at });
    asked.set(key, reply);
    const answered = await reply;
    seen.set(source.name, (seen.get(source.name) ?? false) || isSeen(answered));
    return answerOf(answered);
  };
  const answers = new Map(
    await Promise.all(
      checks.map(async (check): Promise<[CheckId, SourceAnswer[]]> => {
        const source = sourceOf(check, sources);
        return [check.id, await Promise.all(queriesToAsk(check.measure, round).map((query) => ask(source, query)))];
      }),
    ),
  );
  return { answers, seen };
}
