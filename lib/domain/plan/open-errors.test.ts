import { expect, test } from "vitest";
import type { Finding, Severity } from "./finding";
import { findingKey } from "./finding-key";
import { openErrors } from "./open-errors";

function found(rule: string, severity: Severity, line = 1): Finding {
  const lines = { from: line, to: line };
  return { rule, severity, line, lines, message: { zh: rule, en: rule }, facts: { stage: rule } };
}

test("an error is open until somebody accepts it; warnings and notes never stand in the way", () => {
  const gap = found("gap", "error");
  const findings = [gap, found("tight", "warning"), found("hint", "info")];
  expect(openErrors(findings, [])).toEqual([gap]);
  expect(openErrors(findings, [{ findingKey: findingKey(gap) }])).toEqual([]);
});

test("what was accepted stays accepted when lines are added above it", () => {
  const accepted = [{ findingKey: findingKey(found("gap", "error", 4)) }];
  expect(openErrors([found("gap", "error", 90)], accepted)).toEqual([]);
});
