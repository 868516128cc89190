import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DEFAULT_RUN } from "../domain/plan/measure";
import type { CheckVerdict } from "../domain/release/state";
import { beginRun, type CheckRun, measured, type RunLimits, stopRun } from "./check-run";
import { runSentence } from "./run-sentence";

const limits: RunLimits = { ...DEFAULT_RUN, initialDelayS: 30 };
const play = (verdicts: readonly CheckVerdict[], given: RunLimits = limits) =>
  verdicts.reduce(
    (run, verdict, round) => measured(run, given, { verdict, finishedAt: round * 15_000 }),
    beginRun(given, 0),
  );
const times = (count: number, verdict: CheckVerdict) => Array.from({ length: count }, () => verdict);

describe("when the next question is asked", () => {
  test("the first waits for the initial delay, from the start of the watch", () =>
    expect(beginRun(limits, 5000).nextAt).toBe(35_000));
  test("the next one waits for the interval, from the end of the one before", () =>
    expect(measured(beginRun(limits, 0), limits, { verdict: "passed", finishedAt: 41_300 }).nextAt).toBe(56_300));
  test("after an error it is ten seconds", () =>
    expect(measured(beginRun(limits, 0), limits, { verdict: "errored", finishedAt: 41_300 }).nextAt).toBe(51_300));
});

describe("limits", () => {
  test("with none borne, one failure fails the run, and it stays failed", () => {
    expect(play(["passed", "failed"]).phase).toBe("failed");
    expect(play(["failed", "passed", "passed"])).toMatchObject({ phase: "failed", verdict: "failed", last: "passed" });
  });
  test("a failure that is borne is not passed in its round, and forgiven in the next", () => {
    const bearing = { ...limits, failureLimit: 1 };
    expect(play(["passed", "failed"], bearing)).toMatchObject({ phase: "measuring", verdict: "inconclusive" });
    expect(play(["passed", "failed", "passed"], bearing).verdict).toBe("passed");
    expect(play(["failed", "passed", "failed"], bearing).verdict).toBe("failed");
  });
  test("inconclusive rounds in a row beyond their limit are told apart, and end with the next that decides", () => {
    const bearing = { ...limits, inconclusiveLimit: 2 };
    expect(play(times(2, "inconclusive"), bearing).phase).toBe("measuring");
    expect(play(times(3, "inconclusive"), bearing)).toMatchObject({ phase: "undecided", verdict: "inconclusive" });
    expect(play([...times(3, "inconclusive"), "passed"], bearing)).toMatchObject({
      phase: "measuring",
      verdict: "passed",
    });
  });
});

describe("blindness", () => {
  test("four errors in a row are not blind, the fifth is", () => {
    expect(play(times(4, "errored")).phase).toBe("measuring");
    expect(play(times(5, "errored"))).toMatchObject({ phase: "blind", verdict: "errored" });
  });
  test("flapping with four errors never goes blind, and an answer without data ends the row", () => {
    expect(play([...times(4, "errored"), "passed", ...times(4, "errored")]).phase).toBe("measuring");
    expect(play([...times(4, "errored"), "no_data", ...times(4, "errored")]).phase).toBe("measuring");
  });
  test("errors never count as failures", () => expect(play(times(20, "errored")).failures).toBe(0));
  test("sight regained begins a fresh run, which judges by what it sees", () => {
    const run = play(["failed", ...times(5, "errored"), "passed"]);
    expect(run).toMatchObject({ number: 2, phase: "measuring", verdict: "passed", failures: 0, measurements: 1 });
  });
  test("it knows when it has last seen something", () => {
    expect(play(["passed", "no_data", ...times(5, "errored")]).lastGoodAt).toBe(0);
    expect(play([...times(5, "errored"), "no_data"]).lastGoodAt).toBe(null);
  });
  test("its sentence says so", () =>
    expect(runSentence(play(times(6, "errored")), limits, null)).toMatchObject({
      ...{ key: "verdict.run.blind", values: { count: 6 } },
    }));
});

describe("a stopped run", () => {
  test("keeps what it had said, and takes nothing more", () => {
    const stopped = stopRun(play(["passed"]));
    expect(stopped.verdict).toBe("passed");
    expect(measured(stopped, limits, { verdict: "failed", finishedAt: 1e6 })).toEqual(stopped);
  });
  test("after errors alone is inconclusive", () => expect(stopRun(play(["errored"])).verdict).toBe("inconclusive"));
});

const verdict = fc.constantFrom<CheckVerdict>("passed", "failed", "inconclusive", "errored", "no_data");
const anyLimits = fc.record({
  failureLimit: fc.nat(3),
  inconclusiveLimit: fc.nat(3),
  consecutiveErrorLimit: fc.nat(5),
});

test("whatever happens, passed means that the last round itself passed", () =>
  fc.assert(
    fc.property(fc.array(verdict, { maxLength: 30 }), anyLimits, (verdicts, given) => {
      const run = play(verdicts, { ...limits, ...given });
      if (run.verdict === "passed") expect(verdicts.at(-1)).toBe("passed");
    }),
  ));

test("a run restored from JSON goes on as if nothing had happened", () =>
  fc.assert(
    fc.property(fc.array(verdict, { maxLength: 20 }), verdict, (verdicts, next) => {
      const run = play(verdicts);
      const restored: CheckRun = JSON.parse(JSON.stringify(run));
      const round = { verdict: next, finishedAt: 1e6 };
      expect(measured(restored, limits, round)).toEqual(measured(run, limits, round));
    }),
  ));

test("what is read beside a check that is failed but fine now names the failures", () => {
  const fine = { key: "verdict.limit.passed", values: {} };
  expect(runSentence(play(["failed", "passed"]), limits, fine).key).toBe("verdict.run.broken");
  expect(runSentence(play(["failed"], { ...limits, failureLimit: 1 }), limits, fine).key).toBe("verdict.run.tolerated");
  expect(runSentence(play(["passed"]), limits, fine)).toBe(fine);
  expect(runSentence(play([]), limits, null).key).toBe("verdict.run.waiting");
  expect(runSentence(stopRun(play([])), limits, null).key).toBe("verdict.run.stopped");
});
