import { type Judgement, judge } from "./verdict";

/** What came of asking a source: JSON (parsed, not yet understood) or the way in which it failed. */
export type SourceAnswer =
  | { kind: "json"; status: number; body: unknown }
  | { kind: "not_json"; status: number }
  /** `not_simulated`: a rehearsal asks nothing outside, and its shop does not have it. */
  | { kind: "unreachable" | "slow" | "too_big" | "redirected" | "secret_unreadable" | "not_simulated" };

/** What an answer says: a value, or a judgement that stands in its place (no data, errored) and can never be "passed". */
export type Reading<T> =
  | { kind: "value"; value: T; warnings: string[] }
  | { kind: "none"; judgement: Judgement; warnings: string[] };

export type Sample = { atS: number; value: number };
/** One series of an answer: `labels` names it, `raw` says that it is a counter as scraped and no sum. */
export type Series = { labels: string; raw: boolean; samples: Sample[] };

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/iu;

/** A value as Prometheus writes it; undefined where it is none. */
function readNumber(text: unknown): number | undefined {
  if (typeof text !== "string") return undefined;
  if (/^[+-]?inf$/iu.test(text)) return text.startsWith("-") ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  if (text === "NaN") return Number.NaN;
  return NUMBER.test(text) ? Number(text) : undefined;
}

function readSample(pair: unknown): Sample | undefined {
  if (!Array.isArray(pair) || pair.length !== 2) return undefined;
  const [atS, text]: unknown[] = pair;
  const value = readNumber(text);
  return typeof atS === "number" && value !== undefined ? { atS, value } : undefined;
}

function readSeries(entry: unknown): Series | undefined {
  if (!isRecord(entry)) return undefined;
  const pairs: unknown = entry["values"] ?? [entry["value"]];
  if (!Array.isArray(pairs)) return undefined;
  const samples = pairs.map(readSample);
  const known = samples.flatMap((sample) => (sample === undefined ? [] : [sample]));
  const metric = isRecord(entry["metric"]) ? entry["metric"] : {};
  const labels = Object.keys(metric)
    .sort()
    .map((name) => `${name}=${JSON.stringify(metric[name])}`);
  const complete = known.length === samples.length;
  return complete ? { labels: labels.join(","), raw: "__name__" in metric, samples: known } : undefined;
}

/** A sentence of its own for what Prometheus calls its errors; the rest is told by number. */
const ERRORS: ReadonlySet<unknown> = new Set(["bad_data", "execution", "timeout"]);

/** A reading that found nothing to judge, and why. */
export function none(
  verdict: "no_data" | "errored",
  why: string,
  values: Record<string, string | number> = {},
): Reading<never> {
  return { kind: "none", judgement: judge(verdict, { key: `verdict.source.${why}`, values }), warnings: [] };
}

function readError(status: number, body: unknown): Reading<Series[]> {
  const type = isRecord(body) ? body["errorType"] : undefined;
  const detail = isRecord(body) && typeof body["error"] === "string" ? body["error"].slice(0, 200) : "";
  if (typeof type === "string" && ERRORS.has(type)) return none("errored", type, { detail });
  return none("errored", "status", { status });
}

function resultOf(data: unknown): unknown[] | undefined {
  if (!isRecord(data)) return undefined;
  const { resultType, result } = { resultType: data["resultType"], result: data["result"] };
  if (!Array.isArray(result)) return undefined;
  return resultType === "scalar" ? [{ metric: {}, value: result }] : result;
}

type Answered = Extract<SourceAnswer, { kind: "json" }>;

/** What is to be said of an answer that is no JSON at all; null where it is. */
export function readFault(answer: Exclude<SourceAnswer, Answered>): Reading<never> {
  if (answer.kind === "not_json") return none("errored", "not_json", { status: answer.status });
  return none(answer.kind === "not_simulated" ? "no_data" : "errored", answer.kind);
}

/** The series of an answer of `/api/v1/query` or `/query_range`, however it went. */
export function readAnswer(answer: SourceAnswer): Reading<Series[]> {
  if (answer.kind !== "json") return readFault(answer);
  const { status, body } = answer;
  if (status !== 200 || !isRecord(body) || body["status"] !== "success") return readError(status, body);
  const result = resultOf(body["data"]);
  const series = result?.map(readSeries);
  if (series === undefined || series.includes(undefined)) return none("errored", "malformed");
  const warnings = Array.isArray(body["warnings"]) ? body["warnings"].filter((text) => typeof text === "string") : [];
  const known = series.flatMap((one) => (one === undefined ? [] : [one]));
  if (known.length === 0) return { ...none("no_data", "empty"), warnings };
  return { kind: "value", value: known, warnings };
}
