import type { Comparator } from "@/lib/domain/plan/measure";
import type { WordRow } from "./word-row";

/** How plans write a comparison in front of a figure. */
export const COMPARATOR_WORDS: readonly WordRow<Comparator>[] = [
  {
    meaning: "<=",
    zh: ["≤", "<=", "≦", "不超过", "不高于", "不大于", "不多于", "至多", "最多", "小于等于"],
    en: ["at most", "no more than", "not more than", "up to", "not above"],
  },
  {
    meaning: ">=",
    zh: ["≥", ">=", "≧", "不低于", "不小于", "不少于", "至少", "最少", "大于等于", "达到"],
    en: ["at least", "no less than", "not less than", "not below"],
  },
  { meaning: "<", zh: ["<", "低于", "小于", "少于"], en: ["below", "less than", "lower than", "under", "fewer than"] },
  {
    meaning: ">",
    zh: [">", "高于", "大于", "超过", "超出", "多于"],
    en: ["above", "more than", "greater than", "higher than", "over", "exceeds", "exceeding"],
  },
];

/** Units of a figure; `scale` makes values of one kind comparable (ms, percent, seconds of age …). */
export const FIGURE_UNITS: readonly { unit: string; kind: string; scale: number; words: readonly string[] }[] = [
  { unit: "%", kind: "%", scale: 1, words: ["%", "percent"] },
  { unit: "‰", kind: "%", scale: 0.1, words: ["‰"] },
  { unit: "ms", kind: "ms", scale: 1, words: ["ms", "毫秒", "milliseconds", "millisecond"] },
  { unit: "s", kind: "ms", scale: 1_000, words: ["s", "sec", "秒钟", "秒", "seconds", "second"] },
  { unit: "min", kind: "ms", scale: 60_000, words: ["min", "mins", "分钟", "minutes", "minute"] },
  { unit: "h", kind: "ms", scale: 3_600_000, words: ["h", "小时", "hours", "hour"] },
  { unit: "d", kind: "ms", scale: 86_400_000, words: ["d", "天", "days", "day"] },
  { unit: "σ", kind: "σ", scale: 1, words: ["σ", "sigma"] },
  { unit: "/s", kind: "/s", scale: 1, words: ["/s", "rps", "qps", "tps", "req/s", "requests/s", "次/秒", "请求/秒"] },
  { unit: "", kind: "", scale: 1, words: ["个", "次", "条", "件", "x"] },
];

/** Words after which (or before which, in Chinese) a length says over which time a metric is taken. */
export const OVER_TIME_WORDS = {
  before: ["for", "over", "within", "during", "last", "past", "any", "持续", "连续", "过去", "最近", "任意"],
  after: ["内", "之内", "以内", "window", "average", "均值", "平均"],
} as const;

/** Words that a metric's name can go without. */
export const METRIC_FILLERS: readonly string[] = [
  "api",
  "系统",
  "整体",
  "接口",
  "服务",
  "overall",
  "total",
  "the",
  "stays",
  "stay",
  "is",
  "remains",
  "保持",
  "延迟",
  "响应时间",
  "耗时",
  "latency",
  "response time",
  "目标",
  "target",
];
