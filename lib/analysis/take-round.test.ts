import { expect, test } from "vitest";
import type { Measure } from "../domain/plan/measure";
import { ASKED_AT_S, answer, growing, MEASURES, roundNumber } from "./fixtures/answers";
import type { SourceAnswer } from "./source-answer";
import { beginCheck, type CheckState, takeRound } from "./take-round";

const DOWN: SourceAnswer = { kind: "unreachable" };

function play(measure: Measure, rounds: readonly SourceAnswer[][], restarts = false) {
  let state: CheckState = beginCheck(measure, 0);
  return rounds.map((answers, index) => {
    const round = roundNumber(index);
    const taken = takeRound(measure, state, { answers, askedAtS: ASKED_AT_S, finishedAt: round.at, round });
    state = restarts ? JSON.parse(JSON.stringify(taken.state)) : taken.state;
    return { ...taken, verdict: taken.state.run.verdict };
  });
}

const blind = (rounds: SourceAnswer[][]) => [...rounds, ...Array.from({ length: 5 }, () => [DOWN, DOWN, DOWN, DOWN])];

test("a watch that is restarted after every round says the same", () => {
  const rounds = [...growing(30, [1, 150]), [DOWN, DOWN], [answer(), answer()], [answer("NaN"), answer("9000")]];
  const told = (restarts: boolean) =>
    play(MEASURES.rate, rounds, restarts).map(({ verdict, sentence }) => [verdict, sentence]);
  expect(told(true)).toEqual(told(false));
});

test("after blindness a rate is counted anew, and its old proof is gone", () => {
  const healthy = growing(40, [0, 150]);
  const said = play(MEASURES.rate, [...blind(healthy), [answer("0"), answer("9000")], [answer("0"), answer("9150")]]);
  expect(said[40]?.verdict).toBe("passed");
  expect(said[45]).toMatchObject({ verdict: "errored", sentence: { key: "verdict.run.blind" } });
  expect(said.at(-1)).toMatchObject({ verdict: "inconclusive", state: { run: { number: 2 } } });
});

test("after blindness the evidence against the new version still stands", () => {
  const bad = growing(4, [3, 150, 2, 2850]);
  const back = ["15", "750", "10", "14250"].map((value) => answer(value));
  const said = play(MEASURES.evidence, [...blind(bad), back]);
  expect(said.at(-1)).toMatchObject({ verdict: "failed", sentence: { key: "verdict.evidence.worse" } });
});

test("a failed check stays failed in its run, and says what it was", () => {
  const said = play(MEASURES.limit, [[answer("300")], [answer("80")]]).at(-1);
  expect(said).toMatchObject({ verdict: "failed", judgement: { verdict: "passed", value: 80 } });
  expect(said?.sentence).toMatchObject({ key: "verdict.run.broken", values: { count: 1 } });
});
