import { describe, expect, test } from "vitest";
import { fill, flattenWords } from "@/lib/i18n/words";
import english from "@/messages/en/phrases.json";
import chinese from "@/messages/zh-CN/phrases.json";
import type { Measure } from "../domain/plan/measure";
import { fillQuery } from "./fill-query";
import { answer, growing, MEASURES, playRounds, roundNumber } from "./fixtures/answers";
import { queriesToAsk } from "./judge-round";
import { shareStanding } from "./judge-serving";
import type { SourceAnswer } from "./source-answer";
import type { Judgement } from "./verdict";

const languages = { english: flattenWords(english), chinese: flattenWords(chinese) };

/** The sentence as a screen shows it. */
function read(judgement: Judgement | undefined, words: Record<string, string>): string {
  const { key = "", values = {}, words: named = {} } = judgement?.sentence ?? {};
  const told = Object.entries(named).map(([name, word]) => [name, words[`word.${word}`] ?? ""]);
  return fill(words[key] ?? `no sentence for ${key}`, { ...values, ...Object.fromEntries(told) });
}

const last = (measure: Measure, rounds: SourceAnswer[][]) => playRounds(measure, rounds).at(-1);
const say = (judgement: Judgement | undefined) => read(judgement, languages.english);

describe("a limit on one value", () => {
  const both = { ...MEASURES.limit, fail: { comparator: ">=", value: 200 } } as const;
  const failOnly = { ...both, pass: null };
  test.each([
    [MEASURES.limit, "99.9", "passed", "99.9 ms, as wanted: < 100 ms"],
    [MEASURES.limit, "100", "failed", "100 ms; wanted < 100 ms"],
    [both, "100", "inconclusive", "100 ms is neither good (< 100 ms) nor bad (>= 200 ms)"],
    [both, "200", "failed", "200 ms; broken at >= 200 ms"],
    [failOnly, "199", "passed", "199 ms; broken only at >= 200 ms"],
    [failOnly, "200", "failed", "200 ms; broken at >= 200 ms"],
    [{ ...both, pass: { comparator: "<=", value: 300 } } as const, "250", "failed", "250 ms; broken at >= 200 ms"],
  ])("exact borders: %#", (measure, value, verdict, sentence) => {
    const judged = last(measure, [[answer(value)]]);
    expect([judged?.verdict, say(judged)]).toEqual([verdict, sentence]);
  });
});

describe("a rate on counts", () => {
  test("one error in 600 requests is no verdict, and says how much longer", () => {
    const judged = last(MEASURES.rate, growing(4, [0.25, 150]));
    expect(judged?.verdict).toBe("inconclusive");
    expect(say(judged)).toBe("cannot tell yet: about 11 min at this traffic; 1 in 600 requests (0.167 %), limit 0.1 %");
  });
  test("enough requests without an error pass", () =>
    expect(say(last(MEASURES.rate, growing(1, [0, 4000])))).toBe(
      "below 0.1 %: 0 in 4,000 requests (0 %); evidence 25 : 1",
    ));
  test("a rate far above fails within moments", () => {
    const judged = last(MEASURES.rate, growing(1, [5, 300]));
    expect(judged?.verdict).toBe("failed");
    expect(say(judged)).toMatch(/^above 0\.1 %: 5 in 300 requests/u);
  });
  test("an hour of health does not hide a minute of trouble", () => {
    const healthy = growing(240, [0, 150]);
    const bad = Array.from({ length: 4 }, (_, index) => [
      answer(`${2 * (index + 1)}`),
      answer(`${36_000 + 150 * (index + 1)}`),
    ]);
    const said = playRounds(MEASURES.rate, [...healthy, ...bad]).map(({ verdict }) => verdict);
    expect([said[240], said.at(-1)]).toEqual(["passed", "failed"]);
  });
  test("a share of successes is judged by what is missing from it", () => {
    const measure = { ...MEASURES.rate, limit: 0.999, healthy: "above" } as const;
    expect(last(measure, growing(1, [4000, 4000]))?.verdict).toBe("passed");
    expect(last(measure, growing(2, [295, 300]))?.verdict).toBe("failed");
    expect(say(last(measure, growing(1, [4000, 4000])))).toMatch(/^above 99\.9 %/u);
  });
  test.each([
    [0, "passed"],
    [1, "inconclusive"],
    [2, "failed"],
  ])("read literally, %i in 1,000 against 0.1 %% is %s", (errors, verdict) =>
    expect(last({ ...MEASURES.rate, literal: true }, growing(1, [errors, 1000]))?.verdict).toBe(verdict),
  );
  test("a counter as scraped that was set back has counted from zero; a sum that fell counts nothing", () => {
    const counter = (metric: object, value: string): SourceAnswer => ({
      ...{ kind: "json", status: 200 },
      body: { status: "success", data: { resultType: "vector", result: [{ metric, value: [1_795_000_000, value] }] } },
    });
    const literal = { ...MEASURES.rate, literal: true };
    const rounds = (metric: object) =>
      [
        ["0", "1000"],
        ["0", "400"],
      ].map((values) => values.map((value) => counter(metric, value)));
    expect(last(literal, rounds({ __name__: "requests_total" }))?.figures["requests"]).toBe(400);
    expect(last(literal, rounds({}))?.verdict).toBe("no_data");
  });
});

describe("against the old version", () => {
  test("worse reads like the design's example", () => {
    const judged = last(MEASURES.evidence, growing(1, [11, 1180, 9, 22_400]));
    expect(judged?.verdict).toBe("failed");
    expect(say(judged)).toMatch(
      /^worse than v0\.9: 11 errors in 1,180 requests against 9 in 22,400; evidence (> )?[\d,]+ : 1$/u,
    );
    expect(read(judged, languages.chinese)).toMatch(
      /^比 v0\.9 差：1,180 次请求中 11 次错误，旧版本 22,400 次中 9 次；/u,
    );
  });
  test("evidence between the two borders tells people and does not act", () => {
    const judged = last(MEASURES.evidence, growing(1, [3, 1000, 4, 19_000]));
    expect([judged?.verdict, judged?.alert]).toEqual(["inconclusive", true]);
    expect(say(judged)).toMatch(/^probably worse than v0\.9: 3 errors in .*acts from 100 : 1$/u);
  });
  test("no worse needs evidence too", () => {
    expect(last(MEASURES.evidence, growing(2, [0, 150, 1, 2850]))?.verdict).toBe("inconclusive");
    const fine = last(MEASURES.evidence, growing(10, [5, 1500, 95, 28_500]));
    expect([fine?.verdict, fine?.sentence.key]).toEqual(["passed", "verdict.evidence.fine"]);
    const silent = last(MEASURES.evidence, growing(10, [0, 1500, 0, 28_500]));
    expect([silent?.verdict, silent?.sentence.key]).toEqual(["passed", "verdict.evidence.harmless"]);
  });
  test("what was proved stands until the counts lean the other way: a gate does not open and shut by chance", () => {
    const counts = [
      [0, 0, 0, 0],
      [0, 4_000, 38, 76_000],
      [6, 8_000, 76, 152_000],
      [46, 12_000, 114, 228_000],
    ];
    const rounds = counts.map((values) => values.map((value) => answer(`${value}`)));
    const judged = playRounds(MEASURES.evidence, rounds);
    expect(judged.map(({ verdict }) => verdict)).toEqual(["inconclusive", "passed", "passed", "failed"]);
    expect(judged[2]?.sentence).toEqual(judged[1]?.sentence);
    const alone = playRounds(MEASURES.evidence, [rounds[0] ?? [], rounds[2] ?? []]);
    expect(alone.at(-1)?.verdict).toBe("inconclusive");
  });
  test("one error is one error", () =>
    expect(say(last(MEASURES.evidence, growing(1, [1, 150, 9, 2850])))).toContain("1 error in 150 requests"));
});

describe("a continuous metric", () => {
  const rounds = (count: number, canary: number) =>
    Array.from({ length: 4 * count }, (_, index) => [
      answer(`${canary + (index % 7)}`),
      answer(`${100 + (index % 5)}`),
    ]);
  test("eleven points say nothing, and how long twelve take", () => {
    const judged = last(MEASURES.comparison, rounds(11, 150));
    expect([judged?.verdict, say(judged)]).toEqual(["inconclusive", "cannot tell yet: 11 of 12 points, about 1 min"]);
  });
  test("twelve tell a large difference, and admit what they would miss otherwise", () => {
    expect(last(MEASURES.comparison, rounds(12, 150))?.verdict).toBe("failed");
    expect(say(last(MEASURES.comparison, rounds(12, 100)))).toMatch(/would be missed in up to 26 % of cases$/u);
    expect(last(MEASURES.comparison, rounds(30, 100))?.sentence.key).toMatch(/same|within/u);
  });
});

describe("is the canary there", () => {
  test.each([
    [50, 1000, 0.05, "within"],
    [10, 1000, 0.05, "too_few"],
    [27, 1000, 0.05, "off"],
    [49.6, 999.7, 0.05, "within"],
    [120, 1000, 0.05, "too_many"],
    [0, 40, 0.05, "cannot_tell"],
    [0, 100, 0.05, "too_few"],
    [1000, 1000, 1, "within"],
    [999, 1000, 1, "within"],
    [0, 1000, 0, "within"],
    [0, 24_000, 0, "within"],
    [24_000, 24_000, 1, "within"],
    [23_900, 24_000, 1, "too_few"],
    [40, 1000, 0, "too_many"],
  ])("%i of %i requests at a wanted %d: %s", (canary, all, wanted, standing) =>
    expect(shareStanding(canary, all, wanted)).toBe(standing),
  );
  test("what is off is looked at again, together with what follows", () => {
    const verdicts = playRounds(MEASURES.serving, growing(2, [27, 973])).map(({ verdict }) => verdict);
    expect(verdicts).toEqual(["inconclusive", "inconclusive", "failed"]);
  });
  test("a canary whose series are gone has served nothing", () => {
    const gone = growing(2, [50, 950]).map(([, stable = answer()], round) => [
      round === 0 ? answer("0") : answer(),
      stable,
    ]);
    const judged = last(MEASURES.serving, gone);
    expect([judged?.verdict, say(judged)]).toEqual([
      "failed",
      "v1.0 is not serving: none of 1,900 requests, wanted 5 %",
    ]);
  });
  test.each([
    [1, "passed"],
    [0.5, "no_data"],
  ])("an old version whose series are gone, the new one wanted at %d: %s", (wanted, verdict) => {
    const alone = growing(1, [950]).map(([canary = answer()]) => [canary, answer()]);
    expect(playRounds(MEASURES.serving, alone, wanted).at(-1)?.verdict).toBe(verdict);
  });
  /** What each version has counted in each round. */
  const counting = (...rounds: (readonly [number, number])[]) => {
    const totals = rounds.map((_, index) =>
      [0, 1].map((side) => rounds.slice(0, index + 1).reduce((sum, counts) => sum + (counts[side] ?? 0), 0)),
    );
    const marks = [0, 0];
    return playRounds(
      MEASURES.serving,
      [marks, ...totals].map((counts) => counts.map((count) => answer(`${count}`))),
    ).map(({ verdict }) => verdict);
  };
  const whole = [1000, 19_000] as const;
  test.each([
    ["twice for one version and once for the other", [2000, 19_000]],
    ["not at all for the new version", [0, 19_000]],
    ["twice for the old version", [1000, 38_000]],
  ] as const)("targets that were read %s in one round are no finding", (_what, skewed) => {
    expect(counting(whole, skewed, whole, whole)).toEqual([
      "inconclusive",
      "passed",
      "inconclusive",
      "passed",
      "passed",
    ]);
  });
  test("targets that are read in turn are judged together", () => {
    const verdicts = counting([1000, 0], [0, 19_000], [1000, 0], [0, 19_000]);
    expect(verdicts).toEqual(["inconclusive", "inconclusive", "passed", "inconclusive", "passed"]);
  });
  test("a share that is wrong twice running is believed, whatever few requests follow", () => {
    expect(counting([2000, 19_000], [2000, 19_000])).toEqual(["inconclusive", "inconclusive", "failed"]);
    expect(counting([0, 19_000], [1, 30])).toEqual(["inconclusive", "inconclusive", "failed"]);
  });
  test("few requests add up until they say something", () => {
    const verdicts = playRounds(MEASURES.serving, growing(5, [0, 15])).map(({ verdict }) => verdict);
    expect(verdicts).toEqual([
      "inconclusive",
      ...Array.from({ length: 3 }, () => "inconclusive"),
      "failed",
      "inconclusive",
    ]);
  });
});

describe("queries", () => {
  test("stand for a version each", () =>
    expect(queriesToAsk({ ...MEASURES.serving, requests: 's{v="{{version}}"}[{{window}}]' }, roundNumber(0))).toEqual([
      's{v="v1.0"}[60s]',
      's{v="v0.9"}[60s]',
    ]));
  test("a version's name cannot break out of its quotes", () =>
    expect(fillQuery('up{v="{{version}}"}', { version: '1"} or up{x="$&', baseline: "", windowS: 60 })).toBe(
      'up{v="1\\"} or up{x=\\"$&"}',
    ));
  test("a placeholder that nobody knows stays, for the source to refuse", () =>
    expect(fillQuery("up{{pod}}", { version: "1", baseline: "0", windowS: 60 })).toBe("up{{pod}}"));
});
