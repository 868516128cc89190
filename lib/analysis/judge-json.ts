import type { JsonMeasure } from "../domain/plan/measure";
import { fieldAt, fieldSteps } from "./json-field";
import { judgeLimit } from "./judge-limit";
import { phrase } from "./round";
import { none, type Reading, readFault, type SourceAnswer } from "./source-answer";
import { type Judgement, judge } from "./verdict";

const longestWord = 120;

/** A number, also where a document writes it as text; nothing else is taken for one. */
function numberIn(value: unknown): number | null {
  if (typeof value === "number") return Number.isFinite(value) ? value : null;
  if (typeof value !== "string" || value.trim() === "") return null;
  const read = Number(value);
  return Number.isFinite(read) ? read : null;
}

type Word = string | number | boolean;
const isWord = (value: unknown): value is Word => ["string", "number", "boolean"].includes(typeof value);

/** The field of the document; missing, empty or a whole object is no data, an error page is an error. */
function readField({ field }: JsonMeasure, answer: SourceAnswer): Reading<Word> {
  if (answer.kind !== "json") return readFault(answer);
  const { status, body } = answer;
  if (status < 200 || status > 299) return none("errored", "status", { status });
  const steps = fieldSteps(field);
  if (steps === null) return none("errored", "bad_field", { field });
  const value = fieldAt(body, steps);
  return isWord(value) ? { kind: "value", value, warnings: [] } : none("no_data", "no_field", { field });
}

/** One field of a JSON document: the wanted word, or a number against its bounds. */
export function judgeJson(measure: JsonMeasure, answer: SourceAnswer): Judgement {
  const read = readField(measure, answer);
  if (read.kind === "none") return read.judgement;
  const value = numberIn(read.value);
  if (measure.equals !== "") {
    const said = String(read.value);
    const verdict = said === measure.equals ? "passed" : "failed";
    const words = { field: measure.field, said: said.slice(0, longestWord), wanted: measure.equals };
    return judge(verdict, phrase(`json.${verdict}`, words), { value });
  }
  if (value === null) {
    const said = String(read.value).slice(0, longestWord);
    const reading = none("errored", "no_number", { field: measure.field, said });
    return reading.kind === "none" ? reading.judgement : judge("errored", phrase("source.malformed"));
  }
  return judgeLimit(measure, { kind: "value", value, warnings: [] });
}
