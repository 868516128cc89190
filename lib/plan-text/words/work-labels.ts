import type { WordRow } from "./word-row";

export type WorkLabel = "owner" | "duration" | "start" | "end" | "note";

/** Labelled lines below a stage's or a step's heading, and inside a timeline's items. */
export const WORK_LABELS: readonly WordRow<WorkLabel>[] = [
  {
    meaning: "owner",
    zh: ["负责人", "责任人", "执行人", "操作人", "负责", "负责角色"],
    en: [
      "owner",
      "owners",
      "responsible",
      "dri",
      "driver",
      "assignee",
      "who",
      "lead",
      "performed by",
      "by",
      "executor",
    ],
  },
  {
    meaning: "duration",
    zh: ["预计耗时", "耗时", "时长", "用时", "持续时间", "预计时间", "预计时长", "观察时长"],
    en: [
      "duration",
      "estimated duration",
      "expected duration",
      "estimate",
      "estimated time",
      "takes",
      "length",
      "soak",
      "bake time",
      "soak time",
      "time needed",
    ],
  },
  {
    meaning: "start",
    zh: ["开始时间", "时间", "开始", "计划时间", "计划开始"],
    en: ["start", "starts", "start time", "time", "when", "at", "planned start"],
  },
  { meaning: "end", zh: ["结束时间", "结束"], en: ["end", "ends", "end time"] },
  {
    meaning: "note",
    zh: ["验证", "预期结果", "备注", "注意", "说明", "目的", "前置条件", "回滚", "完成标准"],
    en: [
      "verification",
      "verify",
      "expected",
      "expected result",
      "expected output",
      "note",
      "notes",
      "goal",
      "purpose",
      "rollback",
      "success criteria",
      "done when",
      "precondition",
      "check",
    ],
  },
];
