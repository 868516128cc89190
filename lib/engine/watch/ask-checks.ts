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

type Asking = { round: Round; at: Instant };

const NOT_SIMULATED: SourceAnswer = { kind: "not_simulated" };
const NO_SUCH_SOURCE: SourceReply = { kind: "fault", because: "no_such_source", detail: "" };

/** The source that a check names, the first that knows PromQL where it names none. In a rehearsal the shop stands for every one. */
export function sourceOf({ measure }: MeasuredCheck, sources: readonly MetricSource[]): MetricSource | undefined {
  const named = sources.find(({ name }) => name === measure.source);
  const shop = sources.find(({ simulated }) => simulated);
  if (measure.source !== null) return named ?? shop;
  return sources.find(({ readJson }) => readJson === undefined);
}

/** What a check wants to know in a round: queries, or one document. */
type Question = { key: string; ask: (source: MetricSource) => Promise<SourceReply> };

function questionsOf({ measure }: MeasuredCheck, { round, at }: Asking): Question[] {
  if (measure.kind !== "json") {
    return queriesToAsk(measure, round).map((query) => ({ key: query, ask: (source) => source.query({ query, at }) }));
  }
  const { path } = measure;
  const ask = async (source: MetricSource) => (await source.readJson?.({ path })) ?? NO_SUCH_SOURCE;
  return [{ key: `GET ${path}`, ask }];
}

/** Asks everything that these checks want to know, all at once and each question once, however many checks ask it. */
export async function askChecks(
  checks: readonly MeasuredCheck[],
  sources: readonly MetricSource[],
  asking: Asking,
): Promise<Asked> {
  const asked = new Map<string, Promise<SourceReply>>();
  const seen = new Map<string, boolean>();
  const put = async (check: MeasuredCheck, question: Question): Promise<SourceAnswer> => {
    const source = sourceOf(check, sources);
    if (source === undefined) return answerOf(NO_SUCH_SOURCE);
    if (source.simulated && source.readJson === undefined && check.measure.kind === "json") return NOT_SIMULATED;
    const key = JSON.stringify([source.name, question.key]);
    const reply = asked.get(key) ?? question.ask(source);
    asked.set(key, reply);
    const answered = await reply;
    seen.set(source.name, (seen.get(source.name) ?? false) || isSeen(answered));
    return answerOf(answered);
  };
  const answers = new Map(
    await Promise.all(
      checks.map(async (check): Promise<[CheckId, SourceAnswer[]]> => {
        return [check.id, await Promise.all(questionsOf(check, asking).map((question) => put(check, question)))];
      }),
    ),
  );
  return { answers, seen };
}
