import { describe, expect, it } from "vitest";
import { DEFAULT_RUN, type JsonMeasure } from "../domain/plan/measure";
import { fieldAt, fieldSteps } from "./json-field";
import { judgeJson } from "./judge-json";
import type { SourceAnswer } from "./source-answer";

const measure: JsonMeasure = {
  ...{ ...DEFAULT_RUN, kind: "json", source: "ops", path: "/health", field: "replica.lag_ms", equals: "" },
  ...{ unit: "ms", pass: { comparator: "<", value: 100 }, fail: null },
};
const json = (body: unknown, status = 200): SourceAnswer => ({ kind: "json", status, body });
const lag = (value: unknown) => json({ replica: { lag_ms: value } });

describe("a field of a JSON document", () => {
  it.each<[string, SourceAnswer, string, string]>([
    ["below its bound", lag(42), "passed", "verdict.limit.passed"],
    ["a number written as text", lag("42.5"), "passed", "verdict.limit.passed"],
    ["above its bound", lag(250), "failed", "verdict.limit.missed"],
    ["exactly on a strict bound", lag(100), "failed", "verdict.limit.missed"],
    ["a word where a number is wanted", lag("unknown"), "errored", "verdict.source.no_number"],
    ["the text NaN", lag("NaN"), "errored", "verdict.source.no_number"],
    ["an empty text", lag(""), "errored", "verdict.source.no_number"],
    ["true where a number is wanted", lag(true), "errored", "verdict.source.no_number"],
    ["null", lag(null), "no_data", "verdict.source.no_field"],
    ["a whole object", json({ replica: { lag_ms: { now: 4 } } }), "no_data", "verdict.source.no_field"],
    ["not there", json({ replica: {} }), "no_data", "verdict.source.no_field"],
    ["only inherited", json({}), "no_data", "verdict.source.no_field"],
    ["in a document that is a list", json([1]), "no_data", "verdict.source.no_field"],
    ["in an error with JSON", json({ replica: { lag_ms: 1 } }, 503), "errored", "verdict.source.status"],
    ["in what is no JSON", { kind: "not_json", status: 200 }, "errored", "verdict.source.not_json"],
    ["of a source that is away", { kind: "unreachable" }, "errored", "verdict.source.unreachable"],
    [
      "of a source whose secret cannot be opened",
      { kind: "secret_unreadable" },
      "errored",
      "verdict.source.secret_unreadable",
    ],
    [
      "in a rehearsal, which asks nothing outside",
      { kind: "not_simulated" },
      "no_data",
      "verdict.source.not_simulated",
    ],
  ])("%s", (_, answer, verdict, key) => {
    const judged = judgeJson(measure, answer);
    expect([judged.verdict, judged.sentence.key]).toEqual([verdict, key]);
  });

  it.each([
    ["UP", "passed"],
    ["DOWN", "failed"],
    ["up", "failed"],
  ])("that must be a word is that very word: %s", (said, verdict) => {
    const judged = judgeJson({ ...measure, field: "$.status", equals: "UP" }, json({ status: said }));
    expect(judged.verdict).toBe(verdict);
    expect(judged.sentence.values).toMatchObject({ said, wanted: "UP" });
  });

  it("may be a flag, and is never passed without any condition", () => {
    expect(judgeJson({ ...measure, field: "ready", equals: "true" }, json({ ready: true })).verdict).toBe("passed");
    expect(judgeJson({ ...measure, pass: null }, lag(1)).verdict).toBe("inconclusive");
  });
});

it.each([
  ["a.b[0].c", ["a", "b", 0, "c"]],
  ["$.a", ["a"]],
  ['$["a.b"].c', ["a.b", "c"]],
  ["延迟.毫秒", ["延迟", "毫秒"]],
])("the path %s leads by its steps", (path, steps) => expect(fieldSteps(path)).toEqual(steps));

it.each(["", "$", "a[", "a[x]", "a..b"])("%j is no path", (path) => expect(fieldSteps(path)).toBeNull());

it("a path finds nothing that a document only inherits", () => {
  expect(fieldAt({}, ["constructor"])).toBeUndefined();
  expect(fieldAt([], ["__proto__"])).toBeUndefined();
});
