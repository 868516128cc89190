import { expect, test } from "vitest";
import { readMeasure } from "./measures";

test("a check that nobody has said how to measure has no measure", () =>
  expect(readMeasure(null)).toEqual({ measure: null }));

test("a measure is read as it was saved", () =>
  expect(readMeasure({ kind: "limit", query: "up" })).toEqual({ measure: { kind: "limit", query: "up" } }));

test.each([null, "up"])("a version from before there were measures keeps the field that its hash covers: %s", (query) =>
  expect(readMeasure({ query })).toEqual({ query }),
);
