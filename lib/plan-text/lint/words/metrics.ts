/** Words that a metric's name can go without. */
export const METRIC_FILLERS: readonly string[] = [
  "api",
  "系统",
  "整体",
  "接口",
  "overall",
  "total",
  "the",
  "keep",
  "stays",
  "stay",
  "is",
  "are",
  "remains",
  "保持",
  "延迟",
  "响应时间",
  "latency",
  "response time",
];

/** Units of one kind of figure and what makes their values comparable. */
export const UNIT_SCALES: readonly { unit: string; kind: string; scale: number }[] = [
  { unit: "%", kind: "%", scale: 1 },
  { unit: "‰", kind: "%", scale: 0.1 },
  { unit: "ms", kind: "ms", scale: 1 },
  { unit: "s", kind: "ms", scale: 1_000 },
  { unit: "min", kind: "ms", scale: 60_000 },
  { unit: "h", kind: "ms", scale: 3_600_000 },
];
