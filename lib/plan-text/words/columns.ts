import type { WordRow } from "./word-row";

/** What a table's column can hold. */
export type Column =
  | "time"
  | "stage"
  | "work"
  | "owner"
  | "duration"
  | "item"
  | "content"
  | "focus"
  | "role"
  | "person"
  | "phone"
  | "email";

export const COLUMNS: readonly WordRow<Column>[] = [
  { meaning: "duration", zh: ["预计耗时", "耗时", "时长", "用时", "预计时间"], en: ["duration", "estimate", "length"] },
  {
    meaning: "time",
    zh: ["开始时间", "时间", "时刻", "观察时段", "时段"],
    en: ["start time", "start", "time", "when", "period", "window"],
  },
  { meaning: "stage", zh: ["阶段", "环节"], en: ["stage", "phase"] },
  {
    meaning: "work",
    zh: ["操作", "工作内容", "任务", "动作", "步骤", "活动", "工作"],
    en: ["work", "action", "activity", "task", "step", "what"],
  },
  {
    meaning: "owner",
    zh: ["负责人", "责任人", "执行人", "负责"],
    en: ["owner", "responsible", "assignee", "who", "lead"],
  },
  { meaning: "item", zh: ["项目", "条目", "字段"], en: ["item", "field", "property", "key"] },
  { meaning: "content", zh: ["内容", "说明", "值", "详情"], en: ["content", "value", "details", "description"] },
  {
    meaning: "focus",
    zh: ["重点观察", "观察重点", "观察内容", "关注点", "重点"],
    en: ["focus", "what to watch", "watch", "metrics"],
  },
  { meaning: "role", zh: ["角色", "岗位", "职务", "职位"], en: ["role", "title", "position", "function"] },
  { meaning: "person", zh: ["姓名", "名字", "人员"], en: ["name", "person", "contact"] },
  { meaning: "phone", zh: ["手机", "电话", "联系电话"], en: ["phone", "mobile", "tel"] },
  { meaning: "email", zh: ["邮箱", "邮件", "电子邮件"], en: ["e-mail", "email", "mail"] },
];
