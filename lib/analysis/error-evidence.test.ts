import fc from "fast-check";
import { expect, test } from "vitest";
import {
  addRound,
  burstFactor,
  type ErrorEvidence,
  logEvidenceWorse,
  NO_EVIDENCE,
  type VersionCounts,
} from "./error-evidence";

const counts = fc
  .record({ requests: fc.integer({ min: 0, max: 5000 }), errors: fc.integer({ min: 0, max: 50 }) })
  .map(({ requests, errors }) => ({ requests, errors: Math.min(errors, requests) }));
const round = fc.record({ canary: counts, stable: counts });
const fold = (rounds: readonly VersionCounts[], phi = 1) =>
  rounds.reduce<ErrorEvidence>((state, one) => addRound(state, one, phi), NO_EVIDENCE);

test("nothing seen is no evidence either way", () => {
  expect(Math.exp(logEvidenceWorse(NO_EVIDENCE))).toBeCloseTo(1, 12);
  expect(NO_EVIDENCE.ruledOutLog).toBe(0);
});

test("an error on the canary is evidence against it, one on the old version is not", () => {
  const at = (canary: number, stable: number) =>
    logEvidenceWorse(
      fold([{ canary: { requests: 1000, errors: canary }, stable: { requests: 19_000, errors: stable } }]),
    );
  expect(at(1, 0)).toBeGreaterThan(0);
  expect(at(0, 1)).toBeLessThan(0);
  expect(at(11, 9)).toBeGreaterThan(Math.log(100));
});

test("over all the ways in which one error can land, the evidence keeps its mean: it cannot be won by looking often", () =>
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5000 }), fc.integer({ min: 1, max: 100_000 }), (nc, ns) => {
      const after = (canary: number, stable: number) =>
        Math.exp(
          logEvidenceWorse(
            fold([{ canary: { requests: nc, errors: canary }, stable: { requests: ns, errors: stable } }]),
          ),
        );
      const p0 = nc / (nc + ns);
      expect(p0 * after(1, 0) + (1 - p0) * after(0, 1)).toBeCloseTo(1, 9);
    }),
  ));

test("a round with traffic on one side only adds counts and no evidence", () =>
  fc.assert(
    fc.property(round, counts, (one, alone) => {
      const before = fold([one]);
      const after = addRound(before, { canary: { errors: 0, requests: 0 }, stable: alone }, 1);
      expect(after.logs).toEqual(before.logs);
      expect(after.stable.requests).toBe(one.stable.requests + alone.requests);
    }),
  ));

test("shares may change between rounds, and the state survives as JSON", () =>
  fc.assert(
    fc.property(fc.array(round, { minLength: 2, maxLength: 10 }), (rounds) => {
      const [first = NOTHING, ...rest] = rounds;
      const restored: ErrorEvidence = JSON.parse(JSON.stringify(fold([first])));
      expect(rest.reduce<ErrorEvidence>((state, one) => addRound(state, one, 1), restored)).toEqual(fold(rounds));
    }),
  ));

const NOTHING: VersionCounts = { canary: { errors: 0, requests: 0 }, stable: { errors: 0, requests: 0 } };

test("bursts weaken the evidence by their factor", () => {
  const one = [{ canary: { requests: 1000, errors: 5 }, stable: { requests: 19_000, errors: 5 } }];
  expect(fold(one, 3).logs[0]).toBeCloseTo((fold(one).logs[0] ?? 0) / 3, 12);
});

test.each([
  ["steady errors", [2, 2, 2, 2], 1],
  ["errors in bursts", [0, 0, 0, 40], 40],
  ["no errors at all", [0, 0, 0], 1],
  ["a single round", [7], 1],
])("the burst factor of %s", (_what, rounds, phi) => expect(burstFactor(rounds)).toBeCloseTo(phi, 12));
