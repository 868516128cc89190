import type { WordRow } from "./word-row";

export type Comparator = "<" | "<=" | ">" | ">=" | "=";

/** Ways to compare a metric with a figure that stands behind the words. */
export const COMPARATORS: readonly WordRow<Comparator>[] = [
  {
    meaning: "<=",
    zh: ["不超过", "不高于", "不大于", "不多于", "至多", "最多", "小于等于", "控制在"],
    en: [
      "≤",
      "<=",
      "=<",
      "≦",
      "at most",
      "no more than",
      "not more than",
      "does not exceed",
      "not exceed",
      "not above",
      "less than or equal to",
      "up to",
      "max",
      "within",
    ],
  },
  {
    meaning: ">=",
    zh: ["不低于", "不小于", "不少于", "至少", "大于等于", "达到"],
    en: [
      "≥",
      ">=",
      "=>",
      "≧",
      "at least",
      "no less than",
      "not less than",
      "not below",
      "greater than or equal to",
      "min",
    ],
  },
  {
    meaning: "<",
    zh: ["小于", "低于", "少于", "不到", "不足"],
    en: ["<", "less than", "lower than", "fewer than", "below", "under"],
  },
  {
    meaning: ">",
    zh: ["大于", "高于", "超过", "多于", "超出", "突破"],
    en: [">", "more than", "greater than", "higher than", "exceeds", "exceed", "exceeding", "above", "over"],
  },
  { meaning: "=", zh: ["等于", "为"], en: ["=", "==", "equals", "equal to", "exactly"] },
];

/** Ways to compare that stand behind the figure: "200ms 以下". */
export const COMPARATORS_BEHIND: readonly WordRow<Comparator>[] = [
  { meaning: "<=", zh: ["以内", "之内", "以下", "及以下"], en: ["or less", "or lower", "or below", "or fewer", "max"] },
  { meaning: ">=", zh: ["以上", "及以上"], en: ["or more", "or higher", "or above", "or better", "+", "min"] },
];

export type Qualitative = "no-rise" | "no-drop" | "none" | "normal";

/** Conditions without a figure. */
export const QUALITATIVES: readonly WordRow<Qualitative>[] = [
  {
    meaning: "no-rise",
    zh: [
      "无明显上升",
      "无明显增加",
      "无明显升高",
      "无明显增长",
      "没有明显上升",
      "无上升",
      "无增加",
      "无升高",
      "无增长",
      "未上升",
      "未增加",
      "不上升",
      "不高于基线",
      "无劣化",
    ],
    en: [
      "no significant increase",
      "no noticeable increase",
      "no increase",
      "no rise",
      "not increased",
      "does not increase",
      "does not rise",
      "not higher than before",
      "no regression",
      "no degradation",
    ],
  },
  {
    meaning: "no-drop",
    zh: ["无明显下降", "无下降", "未下降", "不下降", "不低于基线", "无下跌"],
    en: ["no significant drop", "no drop", "no decrease", "not lower", "does not drop", "does not decrease"],
  },
  {
    meaning: "normal",
    zh: ["正常", "平稳", "稳定", "健康", "在基线范围内", "与基线持平"],
    en: ["normal", "stable", "healthy", "nominal", "within baseline", "at baseline", "green", "unchanged"],
  },
  {
    meaning: "none",
    zh: ["无", "没有", "未出现", "零", "不存在"],
    en: ["no", "none", "zero", "without", "free of"],
  },
];

export type CriterionUnit = "%" | "‰" | "points" | "ms" | "s" | "min" | "h" | "σ" | "x" | "/s" | "GB" | "MB" | "count";

/** Units behind a figure. One that is in no row stays as it is written. */
export const CRITERION_UNITS: readonly WordRow<CriterionUnit>[] = [
  { meaning: "points", zh: ["个百分点", "百分点"], en: ["percentage points", "pp"] },
  { meaning: "%", zh: [], en: ["%", "percent", "per cent"] },
  { meaning: "‰", zh: [], en: ["‰"] },
  { meaning: "ms", zh: ["毫秒"], en: ["ms", "msec", "millis", "milliseconds"] },
  { meaning: "s", zh: ["秒", "秒钟"], en: ["s", "sec", "secs", "second", "seconds"] },
  { meaning: "min", zh: ["分钟", "分"], en: ["min", "mins", "minute", "minutes"] },
  { meaning: "h", zh: ["小时"], en: ["h", "hr", "hrs", "hour", "hours"] },
  { meaning: "σ", zh: ["个标准差", "倍标准差"], en: ["σ", "sigma", "sigmas", "standard deviations", "sd"] },
  { meaning: "x", zh: ["倍"], en: ["x", "×", "times"] },
  { meaning: "/s", zh: ["次/秒", "笔/秒"], en: ["/s", "qps", "tps", "rps", "req/s", "rps/s", "per second"] },
  { meaning: "GB", zh: [], en: ["gb", "gib"] },
  { meaning: "MB", zh: [], en: ["mb", "mib"] },
  { meaning: "count", zh: ["个", "次", "条", "笔", "起", "例"], en: ["errors", "alerts", "incidents", "tickets"] },
];

/** Words in front of the length for which a condition must hold. */
export const HOLDING_WORDS: readonly WordRow<"for">[] = [
  {
    meaning: "for",
    zh: ["持续超过", "持续", "连续", "维持", "保持", "超过连续"],
    en: ["for more than", "for at least", "for", "during", "over", "sustained for", "within", "in the last", "across"],
  },
];
