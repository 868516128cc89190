import type { WordRow } from "./word-row";

/** What a table's column can hold. */
export type Column =
  | "number"
  | "time"
  | "day"
  | "end"
  | "stage"
  | "work"
  | "owner"
  | "duration"
  | "share"
  | "item"
  | "content"
  | "focus"
  | "role"
  | "person"
  | "phone"
  | "email"
  | "handle"
  | "status"
  | "condition"
  | "threshold"
  | "level"
  | "response"
  | "symptom"
  | "recovery"
  | "commands"
  | "query"
  | "entry"
  | "exit"
  | "signature"
  | "notes";

export const COLUMNS: readonly WordRow<Column>[] = [
  { meaning: "number", zh: ["序号", "编号"], en: ["#", "no.", "no", "nr", "id"] },
  {
    meaning: "duration",
    zh: ["预计耗时", "耗时", "时长", "用时", "预计时间", "观察时长", "持续时间", "观察时间", "停留时间", "稳定时间"],
    en: [
      "duration",
      "estimate",
      "estimated time",
      "est. time",
      "length",
      "minutes",
      "mins",
      "soak",
      "soak time",
      "bake time",
      "bake",
      "hold",
      "hold time",
      "how long",
      "dwell",
      "takes",
      "pause",
      "observe",
    ],
  },
  { meaning: "day", zh: ["日期", "天", "日", "哪天"], en: ["day", "date"] },
  {
    meaning: "end",
    zh: ["结束时间", "完成时间", "截止时间", "结束", "终止时间", "计划完成", "计划结束"],
    en: ["end time", "end", "finish", "ends", "until", "stop"],
  },
  {
    meaning: "time",
    zh: [
      "开始时间",
      "计划时间",
      "时间",
      "时间点",
      "时刻",
      "观察时段",
      "时段",
      "开始",
      "时间段",
      "周期",
      "计划开始",
      "开始时刻",
    ],
    en: [
      "start time",
      "start",
      "time",
      "when",
      "period",
      "window",
      "at",
      "offset",
      "t+",
      "t±",
      "t-minus",
      "clock",
      "time utc",
      "starts",
    ],
  },
  {
    meaning: "stage",
    zh: ["阶段", "环节", "批次", "里程碑"],
    en: ["stage", "phase", "milestone", "wave", "ring", "batch"],
  },
  {
    meaning: "work",
    zh: ["操作", "工作内容", "任务", "动作", "步骤", "活动", "工作", "操作内容", "事项", "工作项", "操作步骤"],
    en: ["work", "action", "activity", "task", "step", "what", "event", "operation", "what happens"],
  },
  {
    meaning: "owner",
    zh: [
      "值守人",
      "值守",
      "谁看",
      "验证人",
      "责任组",
      "责任方",
      "负责人",
      "责任人",
      "执行人",
      "负责",
      "操作人",
      "执行者",
      "负责角色",
      "负责方",
      "确认人",
    ],
    en: [
      "watcher",
      "watched by",
      "owner",
      "owners",
      "responsible",
      "assignee",
      "who",
      "lead",
      "by",
      "driver",
      "executor",
      "dri",
      "assigned to",
      "performed by",
    ],
  },
  {
    meaning: "share",
    zh: ["流量", "流量比例", "流量占比", "灰度比例", "比例", "百分比", "放量比例", "用户比例"],
    en: [
      "traffic",
      "traffic %",
      "share",
      "percentage",
      "percent",
      "%",
      "weight",
      "users",
      "exposure",
      "traffic share",
      "audience",
      "ring size",
    ],
  },
  {
    meaning: "item",
    zh: ["项目", "条目", "字段", "检查项", "检查内容", "检查项目", "指标", "指标名称", "属性"],
    en: [
      "item",
      "field",
      "property",
      "key",
      "check",
      "checklist item",
      "requirement",
      "metric",
      "measure",
      "attribute",
      "kpi",
    ],
  },
  {
    meaning: "content",
    zh: ["内容", "说明", "值", "详情", "信息"],
    en: ["content", "value", "details", "detail", "information", "data"],
  },
  {
    meaning: "focus",
    zh: ["重点观察", "观察重点", "观察内容", "关注点", "重点", "观察指标", "监控指标", "关注指标", "监控内容"],
    en: ["focus", "what to watch", "watch", "metrics", "watching", "signals", "monitor", "what we watch"],
  },
  { meaning: "role", zh: ["角色", "岗位", "职务", "职位", "审批角色"], en: ["role", "title", "position", "function"] },
  {
    meaning: "person",
    zh: ["组长", "姓名", "名字", "人员", "联系人", "审批人", "值班人"],
    en: ["name", "person", "contact", "approver", "on-call", "primary", "who is it"],
  },
  {
    meaning: "phone",
    zh: ["手机", "电话", "联系电话", "手机号", "联系方式"],
    en: ["phone", "mobile", "tel", "telephone", "phone number", "cell", "pager"],
  },
  { meaning: "email", zh: ["邮箱", "邮件", "电子邮件"], en: ["e-mail", "email", "mail"] },
  {
    meaning: "handle",
    zh: ["账号", "钉钉号", "飞书", "企业微信"],
    en: ["handle", "slack", "slack handle", "github", "im"],
  },
  {
    meaning: "status",
    zh: ["状态", "是否完成", "完成情况", "结果", "检查结果", "完成"],
    en: ["status", "done", "done?", "state", "checked", "complete", "completed", "result", "ok?", "✓", "✅"],
  },
  {
    meaning: "condition",
    zh: ["条件", "触发条件", "触发", "情况", "判断条件"],
    en: ["condition", "trigger", "triggers", "if", "criterion", "criteria"],
  },
  {
    meaning: "threshold",
    zh: ["阈值", "目标", "目标值", "标准", "门限", "期望值", "指标要求", "要求"],
    en: ["threshold", "target", "limit", "goal", "expected", "slo", "bound", "objective"],
  },
  {
    meaning: "level",
    zh: ["级别", "等级", "严重程度", "优先级", "严重级别"],
    en: ["level", "severity", "priority", "sev", "class"],
  },
  {
    meaning: "response",
    zh: [
      "处理步骤",
      "处理方式",
      "处理措施",
      "应对措施",
      "处置措施",
      "措施",
      "处置",
      "应急措施",
      "解决方案",
      "处理方案",
      "响应",
    ],
    en: ["response", "handling", "mitigation", "what to do", "remedy", "resolution", "fix", "reaction", "actions"],
  },
  {
    meaning: "symptom",
    zh: ["现象", "故障现象", "症状", "场景", "故障场景", "问题", "异常场景"],
    en: ["symptom", "symptoms", "scenario", "problem", "issue", "failure", "incident"],
  },
  {
    meaning: "recovery",
    zh: ["恢复时间", "预计恢复时间", "预计恢复"],
    en: ["recovery", "recovery time", "time to recover", "rto", "expected recovery"],
  },
  { meaning: "query", zh: ["查询", "查询语句"], en: ["query", "promql", "expression"] },
  { meaning: "commands", zh: ["命令", "执行命令", "脚本"], en: ["command", "commands", "script"] },
  {
    meaning: "entry",
    zh: ["进入条件", "准入条件", "进入标准"],
    en: ["entry criteria", "entry", "enter when", "precondition"],
  },
  {
    meaning: "exit",
    zh: ["退出条件", "通过条件", "晋级条件", "放量条件", "通过标准", "推进条件"],
    en: [
      "exit criteria",
      "exit",
      "success criteria",
      "proceed when",
      "proceed if",
      "gate",
      "promotion criteria",
      "go criteria",
    ],
  },
  {
    meaning: "signature",
    zh: ["签字", "签名", "审批意见", "审批时间", "批准", "审批日期", "会签"],
    en: [
      "signature",
      "signed",
      "sign-off",
      "signed off",
      "approved",
      "approval",
      "decision",
      "date signed",
      "approved on",
    ],
  },
  {
    meaning: "notes",
    zh: ["复核人", "备注", "验证方式", "验证方法", "验证", "预期结果", "输出", "依赖", "回滚方式", "职责"],
    en: [
      "reviewer",
      "notes",
      "note",
      "remarks",
      "comment",
      "comments",
      "verification",
      "expected result",
      "depends on",
      "dependency",
      "rollback",
      "responsibilities",
      "responsibility",
      "description",
      "evidence",
      "link",
      "location",
    ],
  },
];
