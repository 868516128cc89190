import { expect, it } from "vitest";
import { DEFAULT_RUN, type EvidenceMeasure } from "../domain/plan/measure";
import { ASKED_AT_S, answer } from "./fixtures/answers";
import { beginMemory, judgeRound } from "./judge-round";

const measure: EvidenceMeasure = {
  ...{ ...DEFAULT_RUN, kind: "evidence", errors: "e", requests: "r", alertAt: 20, actAt: 100 },
};

/** Rounds with ten thousand requests each, so many errors each, and no pod of the old version. */
function verdicts(share: number, errorsEach: number): string[] {
  let memory = beginMemory(measure, 0);
  return Array.from({ length: 4 }, (_, index) => {
    const [errors, requests] = [String(index * errorsEach), String(index * 10_000)];
    const answers = [answer(errors), answer(requests), answer(), answer()];
    const round = { at: index * 15_000, canaryName: "v2", baselineName: "v1", wantedShare: share, phi: 1 };
    const judged = judgeRound(measure, { memory, answers, askedAtS: ASKED_AT_S, round });
    memory = judged.memory;
    return judged.judgement.verdict;
  });
}

it("at full traffic, with the old version gone, the new one passes by its own rate, and not without that proof", () => {
  expect(verdicts(1, 0).at(-1)).toBe("passed");
  expect(verdicts(1, 50)).not.toContain("passed");
  expect(verdicts(1, 50)).not.toContain("failed");
});

it("at a smaller share an old version that is nowhere is missing: no data", () => {
  expect(new Set(verdicts(0.5, 0))).toEqual(new Set(["no_data"]));
});
