import type { Sentence } from "../../finding-of";

export const TIME_SENTENCES = {
  "stages-overlap": {
    severity: "warning",
    zh: "“{stage}”（第 {line} 行）{start} 开始，而“{before}”（第 {beforeLine} 行）到 {end} 才结束，重叠 {minutes} 分钟。请推迟它，或写明两者并行。",
    en: "“{stage}” (line {line}) starts at {start}, but “{before}” (line {beforeLine}) runs until {end}: {minutes} minutes overlap. Start it later, or write that they run in parallel.",
  },
  "window-without-slack": {
    severity: "warning",
    zh: "各阶段共 {busy} 分钟，把 {window} 分钟的窗口（第 {otherLines} 行）全部占满，到“{stage}”（第 {line} 行）为止没有任何余量。一次重试或一次投票超时就会超出窗口：请延长窗口，或把不必在窗口内做的事移出去。",
    en: "The stages take {busy} minutes and fill the window of {window} minutes (line {otherLines}) to the last, which is “{stage}” (line {line}). One retry or one late vote runs past the window: make it longer, or move out what need not happen inside it.",
  },
  "timeline-past-window": {
    severity: "warning",
    zh: "“{stage}”（第 {line} 行）结束时，{window} 分钟的窗口（第 {otherLines} 行）已经过去 {minutes} 分钟。请延长窗口或缩短时间线。",
    en: "“{stage}” (line {line}) ends {minutes} minutes after the window of {window} minutes (line {otherLines}) has closed. Make the window longer or the timeline shorter.",
  },
  "window-slack-short": {
    severity: "info",
    zh: "窗口（第 {otherLines} 行）只剩 {slack} 分钟余量，而一次回滚可能需要 {target} 分钟。",
    en: "The window (line {otherLines}) has {slack} minutes to spare; a rollback may take {target}.",
  },
  "window-length-differs": {
    severity: "warning",
    zh: "第 {line} 行写窗口为 {stated} 分钟，而 {start} 到 {end} 是 {real} 分钟。请改成一致。",
    en: "Line {line} gives the window {stated} minutes, but from {start} to {end} it is {real}. Make them agree.",
  },
  "release-before-update": {
    severity: "warning",
    zh: "发布日期是 {day}，文档最后更新于 {updated}（第 {otherLines} 行）：发布日期早于更新。这是旧计划的副本，还是年份写错了？请改正日期。",
    en: "The release is planned for {day}, but the document was last updated on {updated} (lines {otherLines}). Is this a copy of an old plan, or is the year wrong? Correct the date.",
  },
  "release-dates-differ": {
    severity: "warning",
    zh: "第 {line} 行写“{head}”，第 {otherLines} 行写“{table}”。请确认哪一个对，并改成一致。",
    en: "Line {line} says “{head}”, line {otherLines} says “{table}”. Find out which is right and make them agree.",
  },
  "weekday-wrong": {
    severity: "warning",
    zh: "{day} 是{right}，不是{written}（第 {line} 行）。请确认日期。",
    en: "{day} is a {right}, not a {written} (line {line}). Check which of the two is meant.",
  },
  "window-over-midnight": {
    severity: "info",
    zh: "窗口跨过午夜：{end} 是 {nextDay} 的时间，不是 {day} 的。值班和通知请写明日期。",
    en: "The window runs past midnight: {end} is on {nextDay}, not on {day}. Give the day with the time when you call people.",
  },
  "time-skipped": {
    severity: "warning",
    zh: "“{what}”定在 {time}，但 {zone} 的时钟那一夜会跳过这个时间。请改为确实存在的时间。",
    en: "“{what}” is set for {time}, which clocks in {zone} skip that night. Choose a time that exists.",
  },
  "time-twice": {
    severity: "warning",
    zh: "“{what}”定在 {time}，但 {zone} 的时钟那一夜会两次显示这个时间。请改时间，或按 UTC 书写。",
    en: "“{what}” is set for {time}, which clocks in {zone} show twice that night. Choose another time, or write it in UTC.",
  },
  "clock-change-in-window": {
    severity: "warning",
    zh: "窗口期间 {zone} 会调整时钟：看上去是 {shown} 分钟，实际是 {real} 分钟。请按 UTC 安排，或换一晚。",
    en: "Clocks in {zone} change inside the window: it looks like {shown} minutes and is {real}. Plan it in UTC, or take another night.",
  },
  "observation-too-short": {
    severity: "warning",
    zh: "“{metric}”要看 {needed} 分钟的数据，而计划只观察 {minutes} 分钟（第 {otherLines} 行）。请延长观察，或缩短指标的统计时间。",
    en: "“{metric}” needs {needed} minutes of data; the plan watches for {minutes} (lines {otherLines}). Watch longer, or take the metric over less time.",
  },
  "observation-gap": {
    severity: "warning",
    zh: "“{before}”（第 {otherLines} 行）与“{next}”（第 {line} 行）之间有 {minutes} 分钟没有人负责观察。",
    en: "Between “{before}” (line {otherLines}) and “{next}” (line {line}) nobody is asked to look for {minutes} minutes.",
  },
} as const satisfies Record<string, Sentence>;
