/** What a part that nobody understood might be. */
export type Guess =
  | "timeline"
  | "checklist"
  | "steps"
  | "contacts"
  | "criteria"
  | "canary"
  | "table"
  | "list"
  | "commands"
  | "drawing"
  | "heading"
  | "html"
  | "window"
  | "prose";

export const GUESS_NAMES: Readonly<Record<Guess, { zh: string; en: string }>> = {
  timeline: { zh: "时间线", en: "a timeline" },
  checklist: { zh: "检查清单", en: "a checklist" },
  steps: { zh: "操作步骤", en: "steps" },
  contacts: { zh: "联系人", en: "contacts" },
  criteria: { zh: "指标或标准", en: "criteria" },
  canary: { zh: "灰度阶段", en: "canary stages" },
  table: { zh: "一张表格", en: "a table" },
  list: { zh: "一个列表", en: "a list" },
  commands: { zh: "命令", en: "commands" },
  drawing: { zh: "示意图", en: "a drawing" },
  heading: { zh: "标题", en: "a heading" },
  html: { zh: "HTML", en: "HTML" },
  window: { zh: "观察时段", en: "an observation window" },
  prose: { zh: "说明文字", en: "prose" },
};
