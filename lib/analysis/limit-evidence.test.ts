import fc from "fast-check";
import { expect, test } from "vitest";
import { EVIDENCE_WANTED, logEvidenceAbove, logEvidenceBelow, requestsStillNeeded } from "./limit-evidence";

const WANTED = Math.log(EVIDENCE_WANTED);

test("one error in 600 requests is no proof against a limit of 0.1 %", () => {
  const counts = { errors: 1, requests: 600 };
  expect(logEvidenceAbove(counts, 0.001)).toBeLessThan(WANTED);
  expect(logEvidenceBelow(counts, 0.001)).toBeLessThan(WANTED);
});

test.each([
  [0, 3770],
  [1, 6700],
  [3, 10_700],
])("with %i errors about %i requests are needed for 0.1 %%", (errors, about) =>
  expect(Math.abs(requestsStillNeeded({ errors, requests: errors }, 0.001) / about - 1)).toBeLessThan(0.01),
);

const cases = fc
  .record({ requests: fc.integer({ min: 0, max: 50_000 }), part: fc.double({ min: 0, max: 0.01, noNaN: true }) })
  .map(({ requests, part }) => ({ errors: Math.floor(requests * part), requests }));

test("as many requests as it says are enough, and fewer are not", () =>
  fc.assert(
    fc.property(cases, (counts) => {
      const more = requestsStillNeeded(counts, 0.001);
      const after = (extra: number) => logEvidenceBelow({ ...counts, requests: counts.requests + extra }, 0.001);
      expect(after(more)).toBeGreaterThanOrEqual(WANTED);
      if (more > 1) expect(after(more - 1)).toBeLessThan(WANTED);
    }),
  ));

test("never are both sides proved", () =>
  fc.assert(
    fc.property(cases, (counts) => {
      const both = logEvidenceAbove(counts, 0.001) >= WANTED && logEvidenceBelow(counts, 0.001) >= WANTED;
      expect(both).toBe(false);
    }),
  ));

test("bursts take evidence away, on both sides", () => {
  expect(logEvidenceBelow({ errors: 0, requests: 4000 }, 0.001, 2)).toBeLessThan(
    logEvidenceBelow({ errors: 0, requests: 4000 }, 0.001),
  );
  expect(logEvidenceAbove({ errors: 20, requests: 2000 }, 0.001, 2)).toBeLessThan(
    logEvidenceAbove({ errors: 20, requests: 2000 }, 0.001),
  );
});

test("a limit so high that one and a half times it is no rate can still be broken", () =>
  expect(logEvidenceAbove({ errors: 1000, requests: 1000 }, 0.8)).toBeGreaterThan(WANTED));
