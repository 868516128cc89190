import { expect, test } from "vitest";
import type { EventBody, ReleaseEvent } from "./events";
import { reactionTimes } from "./reaction-times";

const actor = { kind: "system", name: "holdpoint" } as const;

/** A log of these facts, ten seconds of the release's time apart. */
function log(...bodies: EventBody[]): ReleaseEvent[] {
  return bodies.map((body, index) => ({
    ...body,
    releaseId: "r",
    actor,
    seq: index + 1,
    at: index * 1_000,
    releaseAt: index * 10_000,
    epoch: 0,
  }));
}

const injected: EventBody = { type: "fault.injected", payload: { fault: "canary_errors", percent: 1 } };
const verdict = (word: "failed" | "passed"): EventBody => ({
  type: "check.verdict",
  payload: { check: "check:p0-1", verdict: word, sentence: "" },
});
const rollback: EventBody = {
  type: "rollback.started",
  payload: { reason: null, trigger: "trigger:p0-1", fromShare: 5, reverted: [] },
};
const inBand = (wanted: number): EventBody => ({ type: "traffic.in_band", payload: { wanted, observed: wanted } });

test("without a fault there is nothing to time", () => {
  expect(reactionTimes(log(verdict("failed"), rollback))).toBeNull();
});

test("a fault that nobody has noticed yet has only its beginning", () => {
  expect(reactionTimes(log(injected, verdict("passed")))).toEqual({
    fault: "canary_errors",
    injectedAt: 0,
    detected: null,
    rolledBackAt: null,
    trafficBackAt: null,
  });
});

test("detection is the first failed check after the fault, the way back the rollback after it, its end the first round without traffic", () => {
  const events = log(verdict("failed"), injected, verdict("passed"), verdict("failed"), rollback, inBand(5), inBand(0));
  expect(reactionTimes(events)).toEqual({
    fault: "canary_errors",
    injectedAt: 10_000,
    detected: { check: "check:p0-1", at: 30_000 },
    rolledBackAt: 40_000,
    trafficBackAt: 60_000,
  });
});

test("what a person rolled back before any check failed is timed as well", () => {
  const times = reactionTimes(log(injected, rollback, inBand(0)));
  expect(times).toMatchObject({ detected: null, rolledBackAt: 10_000, trafficBackAt: 20_000 });
});

test("the last fault counts: what an earlier one brought about is not its doing", () => {
  const times = reactionTimes(log(injected, verdict("failed"), injected));
  expect(times).toMatchObject({ injectedAt: 20_000, detected: null, rolledBackAt: null });
});
