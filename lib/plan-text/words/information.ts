import { compounds, EVENTS, RETREATS } from "./event-words";
import type { WordRow } from "./word-row";

export type InfoRow =
  | "start"
  | "end"
  | "version"
  | "window"
  | "type"
  | "windowLength"
  | "scope"
  | "rollbackable"
  | "downtime"
  | "zone";

const versions = compounds(EVENTS, { zh: ["版本", "版本号"], en: ["version"] });
const windows = compounds(
  EVENTS,
  { zh: ["日期", "时间", "时段", "窗口", "时间窗口"], en: ["date", "time", "date and time", "window", "slot"] },
  ["发布窗口", "release window"],
);
const starts = compounds(EVENTS, { zh: ["开始", "开始时间"], en: ["start", "starts", "begins", "start time"] });
const ends = compounds(EVENTS, { zh: ["结束", "结束时间", "完成时间"], en: ["end", "ends", "end time"] });
const waysBack = compounds(RETREATS, {
  zh: ["时间", "用时", "耗时", "时限", "时长", "所需时间", "预计时间"],
  en: ["time", "takes", "time limit", "duration", "within", "possible"],
});

/** Rows of the information table. */
export const INFO_ROWS: readonly WordRow<InfoRow>[] = [
  {
    meaning: "version",
    zh: [...versions.zh, "版本号", "版本", "目标版本", "新版本", "镜像版本", "软件版本"],
    en: [
      ...versions.en,
      "version",
      "release",
      "tag",
      "build",
      "target version",
      "new version",
      "release tag",
      "software release",
      "software version",
    ],
  },
  {
    meaning: "window",
    zh: [...windows.zh, "计划时间", "时间窗口", "日期", "时段"],
    en: [
      ...windows.en,
      "date",
      "scheduled",
      "scheduled date and time",
      "time",
      "when",
      "date and time",
      "maintenance window",
      "planned window",
      "scheduled window",
      "go-live",
      "slot",
    ],
  },
  {
    meaning: "start",
    zh: [...starts.zh, "开始时间", "计划开始", "计划开始时间", "开始"],
    en: [
      ...starts.en,
      "start time",
      "begins",
      "commences",
      "start",
      "planned start",
      "starts",
      "window start",
      "scheduled start",
      "start date",
    ],
  },
  {
    meaning: "end",
    zh: [...ends.zh, "结束时间", "计划结束", "计划结束时间", "结束", "预计结束"],
    en: [...ends.en, "end", "end time", "planned end", "ends", "window end", "until", "scheduled end", "end date"],
  },
  {
    meaning: "type",
    zh: ["发布类型", "上线类型", "变更类型", "类型", "发布方式"],
    en: ["release type", "change type", "deployment type", "type", "kind", "strategy"],
  },
  {
    meaning: "windowLength",
    zh: ["发布窗口", "窗口时长", "窗口", "总时长", "预计总耗时"],
    en: [
      "time tracking",
      "total time",
      "release window",
      "window length",
      "window",
      "length",
      "total duration",
      "duration",
    ],
  },
  {
    meaning: "scope",
    zh: ["影响范围", "影响用户", "范围", "涉及系统", "影响系统"],
    en: ["scope", "impact", "affected users", "affected", "user impact", "systems affected", "affected services"],
  },
  {
    meaning: "rollbackable",
    zh: [
      ...waysBack.zh,
      "是否可回滚",
      "可回滚",
      "是否可回退",
      "可否回退",
      "可否回滚",
      "回滚",
      "能否回退",
      "能否退回",
      "能不能退",
      "能不能回滚",
      "能不能回退",
      "可否恢复",
      "恢复原状",
    ],
    en: [
      ...waysBack.en,
      "can be rolled back",
      "estimated rollback time",
      "rollback",
      "reversible",
      "can roll back",
      "way back",
      "way out",
    ],
  },
  {
    meaning: "downtime",
    zh: [
      "预计停机时间",
      "停机时间",
      "停机",
      "停服时间",
      "停服",
      "业务中断时间",
      "中断时间",
      "是否停机",
      "是否停服",
      "要不要停",
      "停业务",
      "业务中断",
      "对外影响",
      "业务中断时长",
      "停机时长",
    ],
    en: [
      "expected downtime",
      "service impact",
      "downtime",
      "downtime component",
      "outage",
      "planned downtime",
      "service interruption",
      "interruption",
    ],
  },
  { meaning: "zone", zh: ["时区"], en: ["time zone", "timezone"] },
];
