import { describe, expect, test } from "vitest";
import { flattenWords } from "@/lib/i18n/words";
import english from "@/messages/en/phrases.json";
import type { Measure } from "../domain/plan/measure";
import { beginRun, measured, stopRun } from "./check-run";
import {
  ASKED_AT_S,
  agedAnswer,
  answer,
  growing,
  MEASURES,
  playRounds,
  refusal,
  roundNumber,
} from "./fixtures/answers";
import { queriesToAsk } from "./judge-round";
import { readPoints } from "./read-value";
import type { SourceAnswer } from "./source-answer";
import { worstVerdict } from "./verdict";

const sentences = flattenWords(english);

const every = Object.values(MEASURES).map((measure): [string, Measure] => [measure.kind, measure]);

/** What each measure says when every one of its questions gets this answer, after a first good round. */
function after(measure: Measure, given: SourceAnswer) {
  const asks = queriesToAsk(measure, roundNumber(0));
  const rounds = [asks.map(() => answer("1")), asks.map(() => given)];
  return playRounds(measure, rounds)[1];
}

const SPOILED: [string, SourceAnswer, "no_data" | "errored"][] = [
  ["the source is down", { kind: "unreachable" }, "errored"],
  ["the source is slower than its limit", { kind: "slow" }, "errored"],
  ["the answer is too big", { kind: "too_big" }, "errored"],
  ["the source sends elsewhere", { kind: "redirected" }, "errored"],
  ["HTML comes with HTTP 200", { kind: "not_json", status: 200 }, "errored"],
  ["the path is unknown and answered as plain text", { kind: "not_json", status: 404 }, "errored"],
  ["the query cannot be parsed", refusal(400, "bad_data"), "errored"],
  ["the query cannot be carried out", refusal(422, "execution"), "errored"],
  ["the query ran out of time", refusal(503, "timeout"), "errored"],
  ["an error comes with HTTP 200", refusal(200, "internal"), "errored"],
  ["JSON of another kind comes with HTTP 200", { kind: "json", status: 200, body: { ok: true } }, "errored"],
  ["JSON that is only a string", { kind: "json", status: 200, body: "success" }, "errored"],
  ["a value that is no number", answer("green"), "errored"],
  ["an empty string as a value", answer(""), "errored"],
  ["an unknown metric: an empty vector", answer(), "no_data"],
  ['"NaN" as a string with HTTP 200', answer("NaN"), "no_data"],
  ['"+Inf" as a string with HTTP 200', answer("+Inf"), "no_data"],
  ['"-Inf" as a string with HTTP 200', answer("-Inf"), "no_data"],
  ["a sample ten minutes old", agedAnswer("1", 600), "no_data"],
  ["a sample ten minutes ahead", agedAnswer("1", -600), "no_data"],
];

/** What a sound shop answers to each question of a measure in this round. */
const SOUND: Record<Measure["kind"], (round: number) => number[]> = {
  limit: () => [42],
  json: () => [],
  rate: (round) => [0, 1_000 * round],
  evidence: (round) => [0, 1_000 * round, 10 * round, 19_000 * round],
  comparison: () => [86, 86],
  serving: (round) => [50 * round, 950 * round],
};
const WARNING = "partial response: store-2 did not answer";

function warned(given: SourceAnswer): SourceAnswer {
  return given.kind === "json" ? { ...given, body: { ...Object(given.body), warnings: [WARNING] } } : given;
}

describe.each(every)("a %s check never passes when", (_kind, measure) => {
  test.each(SPOILED)("%s", (_what, given, verdict) => {
    const said = after(measure, given);
    expect(said?.verdict).toBe(verdict);
    expect(sentences[said?.sentence.key ?? ""]).toMatch(/\S/u);
  });
});

describe("false greens seen in other tools", () => {
  test("a run stopped before any measurement is inconclusive", () =>
    expect(stopRun(beginRun(MEASURES.limit, 0)).verdict).toBe("inconclusive"));

  test("a run that has measured nothing yet is not passed", () =>
    expect(beginRun(MEASURES.limit, 0).verdict).toBe("inconclusive"));

  test("a check with no condition is inconclusive", () =>
    expect(playRounds({ ...MEASURES.limit, pass: null }, [[answer("1")]])[0]?.verdict).toBe("inconclusive"));

  test("missing data is never replaced: a gap adds no points", () => {
    const gap = Array.from({ length: 60 }, () => [answer(), answer()]);
    const said = playRounds(MEASURES.comparison, [[answer("10"), answer("10")], ...gap, [answer("10"), answer("10")]]);
    expect(said.slice(1, -1).map(({ verdict }) => verdict)).toEqual(gap.map(() => "no_data"));
    expect(said.at(-1)?.sentence.values["points"]).toBe(2);
  });

  test("a whole group without data is no data", () => expect(worstVerdict(["no_data", "no_data"])).toBe("no_data"));

  test("nothing scored is no data", () => expect(worstVerdict([])).toBe("no_data"));

  test("one check that passed does not cover one that has not", () => {
    expect(worstVerdict(["passed", "inconclusive"])).toBe("inconclusive");
    expect(worstVerdict(["inconclusive", "no_data", "passed"])).toBe("no_data");
    expect(worstVerdict(["no_data", "errored"])).toBe("errored");
    expect(worstVerdict(["errored", "failed", "passed"])).toBe("failed");
  });

  test("a threshold with no points is no data", () => {
    const matrix = (values: unknown[]): SourceAnswer => ({
      ...{ kind: "json", status: 200 },
      body: { status: "success", data: { resultType: "matrix", result: [{ metric: {}, values }] } },
    });
    const asked = { atS: ASKED_AT_S, maxAgeS: 60 };
    for (const values of [[], [[ASKED_AT_S, "NaN"]]]) {
      expect(readPoints(matrix(values), asked)).toMatchObject({ kind: "none", judgement: { verdict: "no_data" } });
    }
    expect(readPoints(matrix([[ASKED_AT_S, "2"]]), asked)).toMatchObject({ kind: "value", value: [{ value: 2 }] });
  });

  test.each([MEASURES.serving, MEASURES.evidence, MEASURES.rate])(
    "both sides empty: a $kind check has no data",
    (measure) => {
      const asks = queriesToAsk(measure, roundNumber(0)).map(() => 0);
      expect(playRounds(measure, growing(3, asks)).at(-1)?.verdict).toBe("no_data");
    },
  );

  test("a canary that is dead behind a retrying proxy is failed, although users see no error", () => {
    const said = playRounds(MEASURES.serving, growing(2, [0, 3000])).at(-1);
    expect([said?.verdict, said?.sentence.key]).toEqual(["failed", "verdict.serving.dead"]);
  });

  test("nor does a dead canary count as no worse than the old version", () =>
    expect(playRounds(MEASURES.evidence, growing(40, [0, 0, 2, 3000])).at(-1)?.verdict).toBe("no_data"));

  test("two series where one was expected are an error, not a choice", () =>
    expect(playRounds(MEASURES.limit, [[answer("1", "1")]])[0]?.verdict).toBe("errored"));

  test("a question without an answer is an error", () =>
    expect(playRounds(MEASURES.limit, [[]])[0]?.verdict).toBe("errored"));

  test("no errors in few requests are not yet below the limit", () =>
    expect(playRounds(MEASURES.rate, growing(4, [0, 150])).at(-1)?.verdict).toBe("inconclusive"));

  test.each(every)("a %s check whose answers come with a warning cannot tell, and says which", (_kind, measure) => {
    const rounds = Array.from({ length: 48 }, (_, round) =>
      SOUND[measure.kind](round).map((value) => answer(`${value}`)),
    );
    expect(playRounds(measure, rounds).at(-1)?.verdict).toBe("passed");
    const said = playRounds(
      measure,
      rounds.map((answers) => answers.map(warned)),
    );
    expect(said.map(({ verdict }) => verdict)).not.toContain("passed");
    expect(said.at(-1)?.sentence).toMatchObject({ key: "verdict.source.warned", values: { detail: WARNING } });
  });

  test("an error between good rounds shuts the gate for its own round", () => {
    let run = beginRun(MEASURES.limit, 0);
    const verdicts = (["passed", "errored", "no_data", "passed"] as const).map((verdict, round) => {
      run = measured(run, MEASURES.limit, { verdict, finishedAt: round * 15_000 });
      return run.verdict;
    });
    expect(verdicts).toEqual(["passed", "errored", "no_data", "passed"]);
  });
});
