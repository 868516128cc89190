import { describe, expect, test } from "vitest";
import { readCriterion } from "./criterion-text";

describe("a condition with a figure", () => {
  test.each([
    ["error rate < 0.1 %", "error rate", "<", 0.1, "%", null],
    ["错误率 < 0.1%", "错误率", "<", 0.1, "%", null],
    ["p95 ≤ 200 ms for 15 minutes", "p95", "<=", 200, "ms", 15],
    ["P99延迟 < 100ms", "P99延迟", "<", 100, "ms", null],
    ["Error rate above 2% for 5 min", "Error rate", ">", 2, "%", 5],
    ["错误率超过1%持续5分钟", "错误率", ">", 1, "%", 5],
    ["订单 TPS > 5,000", "订单 TPS", ">", 5_000, null, null],
    ["系统可用性 > 99.9%（24小时内）", "系统可用性", ">", 99.9, "%", 1_440],
    ["P99 延迟 200ms 以下", "P99 延迟", "<=", 200, "ms", null],
    ["CPU 80% 以上持续 10 分钟", "CPU", ">=", 80, "%", 10],
    ["CPU at most 70 percent", "CPU", "<=", 70, "%", null],
    ["成功率不低于 99.5%", "成功率", ">=", 99.5, "%", null],
    ["单元测试通过率 100%", "单元测试通过率", "=", 100, "%", null],
    ["latency within 3σ of the baseline", "latency", "<=", 3, "σ", null],
    ["用户投诉 < 5个", "用户投诉", "<", 5, "count", null],
    ["QPS ≥ 2万", "QPS", ">=", 20_000, null, null],
    ["throughput >= 10k rps", "throughput", ">=", 10_000, "/s", null],
  ])("“%s” is %s %s %d %s for %s", (text, metric, comparator, value, unit, forMin) =>
    expect(readCriterion(text)).toEqual({ metric, comparator, value, to: null, unit, forMin, qualitative: null }),
  );
  test("may be a range", () =>
    expect(readCriterion("错误率 0.1% - 1%")).toMatchObject({ metric: "错误率", value: 0.1, to: 1, unit: "%" }));
});

describe("a condition without a figure", () => {
  test.each([
    ["P99延迟无明显上升", "P99延迟", "no-rise"],
    ["数据库慢查询无增加", "数据库慢查询", "no-rise"],
    ["无致命错误日志", "致命错误日志", "none"],
    ["No P0/P1 alerts", "P0/P1 alerts", "none"],
    ["p95 latency shows no significant increase", "p95 latency shows", "no-rise"],
    ["Conversion not lower", "Conversion", "no-drop"],
    ["各项指标正常", "各项指标", "normal"],
    ["Orders are lost", "Orders are lost", null],
    ["数据不一致（库存超卖）", "数据不一致（库存超卖）".normalize("NFKC").replace(/\)$/, ")"), null],
  ])("“%s” is about %s: %s", (text, metric, qualitative) =>
    expect(readCriterion(text)).toMatchObject({ metric, comparator: null, value: null, qualitative }),
  );
});

test("a long text of figures and words is taken apart at once", () => {
  const before = process.cpuUsage();
  readCriterion("1 ".repeat(5_000) + "不".repeat(5_000) + "- ".repeat(5_000));
  expect(process.cpuUsage(before).user / 1_000).toBeLessThan(1_000);
});
