import type { WordRow } from "./word-row";

export type InfoRow = "version" | "window" | "type" | "windowLength" | "scope" | "rollbackable" | "downtime" | "zone";

/** Rows of the information table. */
export const INFO_ROWS: readonly WordRow<InfoRow>[] = [
  { meaning: "version", zh: ["版本号", "版本", "发布版本"], en: ["version", "release version", "tag"] },
  {
    meaning: "window",
    zh: ["发布时间", "发布日期", "上线时间", "上线日期", "计划时间"],
    en: ["release date", "release time", "date", "scheduled", "time", "when"],
  },
  { meaning: "type", zh: ["发布类型", "上线类型", "类型"], en: ["release type", "type", "kind"] },
  {
    meaning: "windowLength",
    zh: ["发布窗口", "窗口时长", "窗口"],
    en: ["release window", "window length", "window", "length"],
  },
  { meaning: "scope", zh: ["影响范围", "影响用户", "范围"], en: ["scope", "impact", "affected users"] },
  {
    meaning: "rollbackable",
    zh: ["是否可回滚", "可回滚", "回滚"],
    en: ["can be rolled back", "rollback possible", "rollback", "reversible"],
  },
  { meaning: "downtime", zh: ["预计停机时间", "停机时间", "停机"], en: ["expected downtime", "downtime", "outage"] },
  { meaning: "zone", zh: ["时区"], en: ["time zone", "timezone"] },
];

export type DocumentFact = "type" | "manager" | "date" | "version" | "updated" | "maintainers" | "approval" | "zone";

/** Labelled lines at the head or foot of the document. */
export const DOCUMENT_FACTS: readonly WordRow<DocumentFact>[] = [
  { meaning: "type", zh: ["文档类型"], en: ["document type"] },
  {
    meaning: "manager",
    zh: ["发布经理", "发布负责人", "上线负责人"],
    en: ["release manager", "release lead", "release owner"],
  },
  { meaning: "date", zh: ["发布日期", "上线日期"], en: ["release date", "date"] },
  { meaning: "version", zh: ["文档版本", "版本"], en: ["document version", "version"] },
  { meaning: "updated", zh: ["最后更新", "更新时间", "更新日期"], en: ["last updated", "last update", "updated"] },
  { meaning: "maintainers", zh: ["文档维护", "维护人", "维护"], en: ["maintained by", "maintainers", "maintainer"] },
  { meaning: "approval", zh: ["审批", "审批人", "批准"], en: ["approved by", "approval", "approvers", "sign-off by"] },
  { meaning: "zone", zh: ["时区"], en: ["time zone", "timezone"] },
];

export type CanaryPart = "watch" | "decisions" | "soak" | "share";

export const CANARY_PARTS: readonly WordRow<CanaryPart>[] = [
  {
    meaning: "watch",
    zh: ["观察指标", "监控指标", "关注指标", "指标"],
    en: ["metrics to watch", "watch", "metrics", "what to watch"],
  },
  {
    meaning: "decisions",
    zh: ["决策点", "决策", "判断标准"],
    en: ["decision point", "decision", "decisions", "go/no-go"],
  },
  {
    meaning: "soak",
    zh: ["观察时长", "持续时间", "时长", "保持"],
    en: ["duration", "soak", "soak time", "hold for"],
  },
  { meaning: "share", zh: ["流量", "流量占比", "比例"], en: ["traffic", "share", "traffic share"] },
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

export type PlaybookPart = "symptom" | "steps" | "recovery";

export const PLAYBOOK_PARTS: readonly WordRow<PlaybookPart>[] = [
  { meaning: "symptom", zh: ["故障现象", "现象", "症状", "表现"], en: ["symptoms", "symptom", "signs"] },
  {
    meaning: "steps",
    zh: ["处理步骤", "处理流程", "处理", "应对措施", "步骤"],
    en: ["handling", "steps", "actions", "what to do", "response"],
  },
  {
    meaning: "recovery",
    zh: ["预计恢复时间", "恢复时间", "预计恢复"],
    en: ["expected recovery", "recovery time", "time to recover", "recovery"],
  },
];

export type ReviewPart = "when" | "who" | "agenda" | "output";

export const REVIEW_PARTS: readonly WordRow<ReviewPart>[] = [
  { meaning: "when", zh: ["时间", "日期"], en: ["when", "time", "date"] },
  { meaning: "who", zh: ["参与人", "参会人", "参加人员", "人员"], en: ["who", "participants", "attendees"] },
  { meaning: "agenda", zh: ["议程", "议题", "内容"], en: ["agenda", "topics"] },
  { meaning: "output", zh: ["输出", "产出", "结果"], en: ["output", "outcome", "deliverable"] },
];

export type ChannelKind = "chat" | "call";

export const CHANNEL_KINDS: readonly WordRow<ChannelKind>[] = [
  {
    meaning: "chat",
    zh: ["钉钉", "企业微信", "微信群", "飞书", "群"],
    en: ["slack", "teams", "dingtalk", "chat", "channel"],
  },
  {
    meaning: "call",
    zh: ["电话会议", "视频会议", "电话", "会议"],
    en: ["zoom", "bridge", "conference", "call", "phone", "meeting"],
  },
];

export type TriggerWord = "P0" | "P1";

export const TRIGGER_LEVELS: readonly WordRow<TriggerWord>[] = [
  { meaning: "P0", zh: ["立即回滚", "立即", "紧急"], en: ["p0", "immediate", "immediately", "at once"] },
  { meaning: "P1", zh: ["计划回滚", "计划内", "计划"], en: ["p1", "planned", "scheduled"] },
];

/** Marks a checklist line or section whose owner the document names: "负责人: DBA". */
export const OWNER_LABELS: readonly WordRow<"owner">[] = [
  { meaning: "owner", zh: ["负责人", "责任人", "负责"], en: ["owner", "owners", "owned by", "responsible"] },
];

export const OPTIONAL_WORDS: readonly WordRow<"optional">[] = [
  { meaning: "optional", zh: ["可选", "非必须", "选做"], en: ["optional", "nice to have"] },
];

export const PARALLEL_WORDS: readonly WordRow<"parallel">[] = [
  { meaning: "parallel", zh: ["并行", "同时进行"], en: ["in parallel", "parallel", "concurrently"] },
];

export const YES_NO: readonly WordRow<"yes" | "no">[] = [
  { meaning: "no", zh: ["否", "不可", "不能", "无法"], en: ["no", "not", "cannot", "impossible"] },
  { meaning: "yes", zh: ["是", "可以", "可"], en: ["yes", "possible", "true"] },
];

export const NONE_WORDS: readonly WordRow<"none">[] = [
  { meaning: "none", zh: ["无", "零停机", "不停机"], en: ["none", "zero", "no downtime"] },
];
