import { expect, test } from "vitest";
import type { EventBody, ReleaseEvent } from "./events";
import { FAULTS, type Fault } from "./fault";
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

const put = (fault: Fault): EventBody => ({ type: "fault.injected", payload: { fault, percent: null } });
const told: Partial<Record<Fault, EventBody>> = {
  canary_dead: { type: "traffic.left_band", payload: { wanted: 5, observed: 0 } },
  replication_lag: { type: "item.expired", payload: { item: "item:1.1", reason: "lag" } },
  alert_firing: {
    type: "alert.fired",
    payload: { alert: "a", name: "DiskFull", summary: "", source: "shop", silenced: false },
  },
  source_down: { type: "source.lost", payload: { source: "shop" } },
  source_slow: { type: "source.lost", payload: { source: "shop" } },
  source_nan: { type: "check.verdict", payload: { check: "check:p0-1", verdict: "no_data", sentence: "" } },
};

test.each(Object.entries(told))("%s is noticed by what tells of it, and by nothing else", (name, event) => {
  const fault = FAULTS.find((one) => one === name) ?? "canary_errors";
  expect(reactionTimes(log(put(fault), verdict("passed"), event))?.detected).toMatchObject({ at: 20_000 });
  expect(reactionTimes(log(put(fault), { type: "note.added", payload: { text: "" } }))?.detected).toBeNull();
});

test("a fault that was taken away before anything told of it is nothing to wait for", () => {
  const cleared: EventBody = { type: "fault.cleared", payload: { fault: "canary_errors" } };
  expect(reactionTimes(log(injected, cleared))).toBeNull();
  expect(reactionTimes(log(injected, verdict("failed"), cleared))).toMatchObject({ detected: { at: 10_000 } });
});
