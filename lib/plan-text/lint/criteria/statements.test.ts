import { describe, expect, test } from "vitest";
import { metricKey } from "./statements";

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
});
