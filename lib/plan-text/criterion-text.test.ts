import { describe, expect, test } from "vitest";
import { inBaseUnit, metricKey, readCriterion } from "./criterion-text";
import { COMPARATOR_WORDS, FIGURE_UNITS } from "./words/criteria";

describe("a criterion in words and figures", () => {
  test.each([
    ["错误率 < 0.1%", "错误率", "<", 0.1, "%"],
    ["P99延迟 < 200ms（目标 100ms）", "p99延迟", "<", 200, "ms"],
    ["订单 TPS > 5,000", "订单 tps", ">", 5_000, ""],
    ["p95 ≤ 200 ms for 15 minutes", "p95", "<=", 200, "ms"],
    ["error rate below 0.2 %", "error rate", "<", 0.2, "%"],
    ["系统可用性 > 99.9%（24小时内）", "系统可用性", ">", 99.9, "%"],
    ["用户投诉 < 5个", "用户投诉", "<", 5, ""],
    ["订单履约时长 ＜ 24小时", "订单履约时长", "<", 24, "h"],
    ["CPU 不超过 80%", "cpu", "<=", 80, "%"],
    ["deviation below 3σ", "deviation", "<", 3, "σ"],
  ])("“%s”", (text, metric, comparator, value, unit) =>
    expect(readCriterion(text)).toMatchObject({ metric, unit, bounds: [{ comparator, value }], band: null }),
  );

  test.each(["P99延迟无明显上升", "无P0/P1告警", "核心功能不可用（订单创建、支付）", "", "2025-03-15", "3 节点"])(
    "“%s” compares nothing with a figure",
    (text) => expect(readCriterion(text)).toBeNull(),
  );

  test("two figures without a comparison are a band", () =>
    expect(readCriterion("错误率 0.1% - 1%")).toMatchObject({ bounds: [], band: { from: 0.1, to: 1 }, unit: "%" }));

  test("two comparisons are two bounds", () =>
    expect(readCriterion("错误率 ≥ 0.1% 且 < 1%")?.bounds).toEqual([
      { comparator: ">=", value: 0.1 },
      { comparator: "<", value: 1 },
    ]));

  test.each([
    ["p95 ≤ 200 ms for 15 minutes", 15],
    ["系统可用性 > 99.9%（24小时内）", 1_440],
    ["错误率持续 5 分钟 > 1%", 5],
    ["error rate over the last 10 minutes < 1 %", 10],
    ["订单履约时长 < 24小时", null],
    ["P99延迟 < 100ms", null],
  ])("“%s” is taken over %s minutes", (text, minutes) => expect(readCriterion(text)?.overMin).toBe(minutes));

  test.each(COMPARATOR_WORDS.flatMap(({ meaning, zh, en }) => [...zh, ...en].map((word) => [word, meaning] as const)))(
    "“%s” means %s",
    (word, meaning) => expect(readCriterion(`metric ${word} 7`)?.bounds).toEqual([{ comparator: meaning, value: 7 }]),
  );

  test.each(FIGURE_UNITS.flatMap(({ unit, words }) => words.map((word) => [word, unit] as const)))(
    "the unit “%s” is “%s”",
    (word, unit) => expect(readCriterion(`metric < 7 ${word}`)?.unit).toBe(unit),
  );
});

describe("the same metric in two places", () => {
  test.each([
    ["API P99延迟", "P99 latency"],
    ["系统可用性", "可用性"],
    ["Error rate stays", "error rate"],
  ])("“%s” is “%s”", (one, other) => expect(metricKey(one)).toBe(metricKey(other)));

  test.each([
    ["P99延迟", "P95延迟"],
    ["订单创建成功率", "支付成功率"],
  ])("“%s” is not “%s”", (one, other) => expect(metricKey(one)).not.toBe(metricKey(other)));

  test("100 ms are 0.1 s", () => expect(inBaseUnit(0.1, "s")).toEqual(inBaseUnit(100, "ms")));
});
