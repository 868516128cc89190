import { none, type Reading, readAnswer, type Sample, type Series, type SourceAnswer } from "./source-answer";

/** When the source was asked (seconds since 1970), and how old a sample may be then. */
export type Asked = { atS: number; maxAgeS: number };

/** How old a sample may be, in seconds: four rounds, and never less than a minute. */
export function maxSampleAgeS(intervalS: number): number {
  return Math.max(60, 4 * intervalS);
}

function notFresh({ atS }: Sample, asked: Asked): Reading<never> | null {
  const ageS = asked.atS - atS;
  if (Math.abs(ageS) <= asked.maxAgeS) return null;
  return ageS > 0
    ? none("no_data", "stale", { minutes: Math.round(ageS / 60) })
    : none("no_data", "ahead", { minutes: Math.round(-ageS / 60) });
}

function notFinite({ value }: Sample): Reading<never> | null {
  if (Number.isFinite(value)) return null;
  return none("no_data", Number.isNaN(value) ? "nan" : "infinite");
}

function latest(series: readonly Series[]): Sample[] {
  return series.flatMap(({ samples }) => samples.slice(-1));
}

/** The one fresh, finite value of an instant query. Two series where one was expected are an error, not a choice. */
export function readValue(answer: SourceAnswer, asked: Asked): Reading<number> {
  const read = readAnswer(answer);
  if (read.kind === "none") return read;
  const { value: series, warnings } = read;
  if (series.length > 1) return { ...none("errored", "two_series", { count: series.length }), warnings };
  const [sample] = latest(series);
  if (sample === undefined) return { ...none("no_data", "empty"), warnings };
  const missing = notFresh(sample, asked) ?? notFinite(sample);
  return missing === null ? { kind: "value", value: sample.value, warnings } : { ...missing, warnings };
}

/** One counter of a query that may answer several: its name, its value, and whether it is as scraped. */
export type Counter = { labels: string; raw: boolean; value: number };

/** Every counter of an instant query; one that is old, not finite or negative spoils them all. */
export function readCounters(answer: SourceAnswer, asked: Asked): Reading<Counter[]> {
  const read = readAnswer(answer);
  if (read.kind === "none") return read;
  const { value: series, warnings } = read;
  const samples = latest(series);
  if (samples.length < series.length) return { ...none("no_data", "empty"), warnings };
  for (const sample of samples) {
    const missing = notFresh(sample, asked) ?? notFinite(sample);
    if (missing !== null) return { ...missing, warnings };
    if (sample.value < 0) return { ...none("errored", "malformed"), warnings };
  }
  const counters = series.map(({ labels, raw }, index) => ({ labels, raw, value: samples[index]?.value ?? 0 }));
  return { kind: "value", value: counters, warnings };
}

/** The finite points of a range query's one series; without any of them there is no data, whatever the source's "success" says. */
export function readPoints(answer: SourceAnswer, asked: Asked): Reading<Sample[]> {
  const read = readAnswer(answer);
  if (read.kind === "none") return read;
  const { value: series, warnings } = read;
  const [only] = series;
  if (series.length > 1) return { ...none("errored", "two_series", { count: series.length }), warnings };
  const finite = only?.samples.filter(({ value }) => Number.isFinite(value)) ?? [];
  const last = finite.at(-1);
  if (last === undefined) return { ...none("no_data", "no_points"), warnings };
  const missing = notFresh(last, asked);
  return missing === null ? { kind: "value", value: finite, warnings } : { ...missing, warnings };
}
