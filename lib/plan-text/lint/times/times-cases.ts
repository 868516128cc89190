import type { RuleCase } from "../rule-case";

const zone = ["北京时间", "Europe/Berlin"] as const;
const date = (day: string, from = "01:00", to = "05:00") =>
  [
    ["2026-09-19 (周六 01:00-05:00)", `${day} (${from}-${to})`],
    ["2026-09-19 周六 01:00 - 05:00", `${day} ${from} - ${to}`],
    ["**最后更新**: 2026-09-12", "**最后更新**: 2026-01-12"],
  ] as const;

export const TIME_CASES: readonly RuleCase[] = [
  {
    rule: "stages-overlap",
    defect: "a stage starts before the one in front of it ends",
    edits: [["| 01:50 | 验证", "| 01:40 | 验证"]],
    at: ["冒烟测试", "部署 v2.3.0 到绿环境"],
    says: ["01:40", "01:50", "10"],
  },
  {
    rule: "window-without-slack",
    defect: "the stages fill the window",
    edits: [["| QA Lead | 20min |", "| QA Lead | 80min |"]],
    at: ["全量验证测试", "**发布时间**"],
    says: ["240"],
  },
  {
    rule: "timeline-past-window",
    defect: "the last stage ends after the window",
    edits: [["| QA Lead | 20min |", "| QA Lead | 100min |"]],
    at: ["全量验证测试", "**发布时间**"],
    says: ["20", "240"],
  },
  {
    rule: "window-slack-short",
    defect: "the window has less to spare than a rollback takes",
    edits: [["| QA Lead | 20min |", "| QA Lead | 75min |"]],
    at: ["全量验证测试", "**发布时间**"],
    says: ["5", "10"],
  },
  {
    rule: "window-length-differs",
    defect: "the window's length is not that of its times",
    edits: [["| **发布窗口** | 4小时 |", "| **发布窗口** | 5小时 |"]],
    at: ["**发布窗口**", "**发布时间**"],
    says: ["300", "240", "01:00", "05:00"],
  },
  {
    rule: "release-before-update",
    defect: "the release lies before the document's last update",
    edits: [["**最后更新**: 2026-09-12", "**最后更新**: 2026-12-01"]],
    at: ["**发布时间**", "**最后更新**"],
    says: ["2026-09-19", "2026-12-01"],
  },
  {
    rule: "release-dates-differ",
    defect: "the head names another day than the table",
    edits: [["2026-09-19 (周六 01:00-05:00)", "2026-09-20 (周日 01:00-05:00)"]],
    at: ["**发布日期**", "**发布时间**"],
    says: ["2026-09-20", "2026-09-19"],
  },
  {
    rule: "weekday-wrong",
    defect: "the weekday is not that day's",
    edits: [["2026-09-19 周六", "2026-09-19 周五"]],
    at: ["2026-09-19 周五"],
    says: ["周六", "周五"],
  },
  {
    rule: "window-over-midnight",
    defect: "the window ends on the next day",
    edits: [...date("2026-09-19", "23:00", "03:00")],
    at: ["**发布时间**"],
    says: ["2026-09-20", "03:00"],
  },
  {
    rule: "time-skipped",
    defect: "a stage is set for a time that clocks skip",
    edits: [zone, ...date("2026-03-29")],
    at: ["20% 灰度发布"],
    says: ["2026-03-29 02:00", "Europe/Berlin"],
  },
  {
    rule: "time-twice",
    defect: "a stage is set for a time that clocks show twice",
    edits: [zone, ...date("2026-10-25")],
    at: ["20% 灰度发布"],
    says: ["2026-10-25 02:00", "Europe/Berlin"],
  },
  {
    rule: "clock-change-in-window",
    defect: "clocks are put back inside the window",
    edits: [zone, ...date("2026-10-25")],
    at: ["**发布时间**"],
    says: ["240", "300"],
  },
  {
    rule: "observation-too-short",
    defect: "a metric is taken over a longer time than it is watched",
    edits: [["- 错误率 < 0.1%\n- P99延迟 < 200ms", "- 错误率 < 0.1% 持续45分钟\n- P99延迟 < 200ms"]],
    at: ["持续45分钟", "监控观察（20%流量）"],
    says: ["45", "30"],
  },
  {
    rule: "observation-gap",
    defect: "nobody looks between two windows after the release",
    edits: [["| 2-24小时 |", "| 6-24小时 |"]],
    at: ["6-24小时", "0-2小时"],
    says: ["240"],
  },
];
