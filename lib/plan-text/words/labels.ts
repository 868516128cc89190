import type { WordRow } from "./word-row";

export type TriggerWord = "P0" | "P1";

export const TRIGGER_LEVELS: readonly WordRow<TriggerWord>[] = [
  {
    meaning: "P0",
    zh: [
      "立即回滚",
      "立即回退",
      "立即",
      "马上",
      "紧急",
      "致命",
      "严重",
      "一级",
      "自动回滚",
      "立刻",
      "必须退",
      "不用商量",
    ],
    en: [
      "p0",
      "sev1",
      "sev-1",
      "sev 1",
      "s1",
      "immediate",
      "immediately",
      "at once",
      "critical",
      "automatic",
      "automatically",
      "auto-rollback",
      "hard",
      "must roll back",
      "red",
    ],
  },
  {
    meaning: "P1",
    zh: [
      "计划回滚",
      "评估回滚",
      "评估后回滚",
      "计划内",
      "计划",
      "评估",
      "讨论",
      "重要",
      "一般",
      "二级",
      "商量",
      "会商",
      "拉会",
    ],
    en: [
      "p1",
      "p2",
      "sev2",
      "sev-2",
      "sev 2",
      "sev3",
      "s2",
      "planned",
      "scheduled",
      "major",
      "minor",
      "evaluate",
      "consider",
      "discuss",
      "investigate",
      "soft",
      "warning",
      "assess",
      "amber",
      "yellow",
      "judgement call",
      "confer",
      "consult",
    ],
  },
];

/** Marks a checklist line or section whose owner the document names: "负责人: DBA". */
export const OWNER_LABELS: readonly WordRow<"owner">[] = [
  {
    meaning: "owner",
    zh: ["负责人", "责任人", "执行人", "操作人", "负责"],
    en: ["owner", "owners", "owned by", "responsible", "dri", "driver", "assignee", "who", "lead", "by"],
  },
];

export const OPTIONAL_WORDS: readonly WordRow<"optional">[] = [
  {
    meaning: "optional",
    zh: ["可选", "非必须", "选做", "非必选"],
    en: ["optional", "nice to have", "nice-to-have", "if time permits"],
  },
];

export const PARALLEL_WORDS: readonly WordRow<"parallel">[] = [
  {
    meaning: "parallel",
    zh: ["并行", "同时进行", "同步进行"],
    en: ["in parallel", "parallel", "concurrently", "at the same time"],
  },
];

export const YES_NO: readonly WordRow<"yes" | "no">[] = [
  { meaning: "no", zh: ["否", "不可", "不能", "无法"], en: ["no", "not", "cannot", "impossible"] },
  { meaning: "yes", zh: ["是", "可以", "可"], en: ["yes", "possible", "true"] },
];

export const NONE_WORDS: readonly WordRow<"none">[] = [
  {
    meaning: "none",
    zh: ["无", "不停", "零停机", "不停机", "无需停机", "否", "不涉及"],
    en: ["none", "zero", "no downtime", "no", "not expected"],
  },
];
