import type { WordRow } from "./word-row";

export type CanaryPart = "watch" | "decisions" | "entry" | "exit" | "triggers" | "owner" | "start" | "soak" | "share";

export const CANARY_PARTS: readonly WordRow<CanaryPart>[] = [
  {
    meaning: "watch",
    zh: ["观察指标", "监控指标", "关注指标", "指标", "观察项", "监控项", "关注点"],
    en: [
      "metrics to watch",
      "watch",
      "metrics",
      "what to watch",
      "watching",
      "monitor",
      "key metrics",
      "slos",
      "signals",
      "health checks",
      "checks",
    ],
  },
  {
    meaning: "decisions",
    zh: ["决策点", "决策", "判断标准"],
    en: ["decision point", "decision", "decisions", "go/no-go", "go / no-go", "decision points", "gate"],
  },
  {
    meaning: "entry",
    zh: ["进入条件", "准入条件", "进入标准", "前置条件", "启动条件"],
    en: ["entry criteria", "entry", "enter when", "prerequisites", "preconditions", "before we start"],
  },
  {
    meaning: "exit",
    zh: ["退出条件", "通过条件", "晋级条件", "放量条件", "通过标准", "推进条件", "退出标准", "成功标准", "继续条件"],
    en: [
      "exit criteria",
      "exit",
      "success criteria",
      "proceed when",
      "proceed if",
      "promotion criteria",
      "promote when",
      "promote if",
      "go criteria",
      "continue if",
      "advance when",
      "advance if",
      "pass criteria",
    ],
  },
  {
    meaning: "triggers",
    zh: [
      "回滚条件",
      "回滚触发条件",
      "回滚触发",
      "立即回滚",
      "回退条件",
      "中止条件",
      "触发回滚",
      "失败条件",
      "回滚标准",
    ],
    en: [
      "rollback triggers",
      "rollback trigger",
      "rollback criteria",
      "rollback if",
      "rollback when",
      "roll back if",
      "roll back when",
      "abort if",
      "abort when",
      "abort criteria",
      "abort",
      "stop if",
      "fail criteria",
      "halt if",
      "no-go if",
    ],
  },
  { meaning: "owner", zh: ["负责人", "责任人", "执行人"], en: ["owner", "owners", "responsible", "dri", "driver"] },
  {
    meaning: "start",
    zh: ["开始时间", "开始", "日期", "时间"],
    en: ["start", "starts", "start time", "date", "when", "day"],
  },
  {
    meaning: "soak",
    zh: ["观察时长", "持续时间", "时长", "保持", "观察时间", "停留时间", "稳定时间"],
    en: [
      "duration",
      "soak",
      "soak time",
      "hold for",
      "bake time",
      "bake",
      "hold",
      "observe for",
      "dwell",
      "minimum soak",
      "time",
    ],
  },
  {
    meaning: "share",
    zh: ["流量", "流量占比", "比例", "流量比例", "灰度比例", "用户比例", "放量比例"],
    en: [
      "traffic",
      "share",
      "traffic share",
      "percentage",
      "weight",
      "users",
      "exposure",
      "audience",
      "rollout percentage",
    ],
  },
];

export type BlueGreenPart = "before" | "switch" | "rollback";

export const BLUE_GREEN_PARTS: readonly WordRow<BlueGreenPart>[] = [
  {
    meaning: "before",
    zh: ["部署前状态", "切换前", "部署前", "初始状态"],
    en: ["state before", "before", "initial state"],
  },
  {
    meaning: "switch",
    zh: ["切换流量", "流量切换", "切换"],
    en: ["switch traffic", "traffic switch", "switch", "cut over", "cutover"],
  },
  {
    meaning: "rollback",
    zh: ["回滚", "切回", "回切"],
    en: ["rollback", "roll back", "switch back"],
  },
];
