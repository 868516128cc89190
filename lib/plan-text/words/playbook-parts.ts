import type { WordRow } from "./word-row";

export type PlaybookPart = "symptom" | "steps" | "recovery";

export const PLAYBOOK_PARTS: readonly WordRow<PlaybookPart>[] = [
  {
    meaning: "symptom",
    zh: ["故障现象", "现象", "症状", "表现", "触发条件"],
    en: [
      "symptoms",
      "symptom",
      "signs",
      "detection",
      "how it looks",
      "looks like",
      "you'd see",
      "you see",
      "alert",
      "trigger",
    ],
  },
  {
    meaning: "steps",
    zh: [
      "处理步骤",
      "处理流程",
      "处理",
      "应对措施",
      "步骤",
      "处置步骤",
      "处置",
      "措施",
      "解决方案",
      "应急措施",
      "办法",
      "处理办法",
      "应对",
      "怎么办",
    ],
    en: [
      "handling",
      "steps",
      "actions",
      "action",
      "what to do",
      "response",
      "mitigation",
      "resolution",
      "fix",
      "remedy",
      "diagnosis",
      "do this",
      "do",
      "then",
    ],
  },
  {
    meaning: "recovery",
    zh: ["恢复时限", "恢复用时", "预计恢复时间", "恢复时间", "预计恢复", "恢复时长"],
    en: [
      "expected recovery",
      "recovery time",
      "time to recover",
      "recovery",
      "expected time to recover",
      "rto",
      "eta",
      "time to fix",
    ],
  },
];

export type ReviewPart = "when" | "who" | "agenda" | "output";

export const REVIEW_PARTS: readonly WordRow<ReviewPart>[] = [
  { meaning: "when", zh: ["时间", "日期"], en: ["when", "time", "date", "scheduled"] },
  {
    meaning: "who",
    zh: ["参与人", "参会人", "参加人员", "人员", "主持人", "参与人员", "参会人员"],
    en: ["who", "participants", "attendees", "facilitator", "owner", "invitees"],
  },
  { meaning: "agenda", zh: ["议程", "议题", "内容"], en: ["agenda", "topics"] },
  {
    meaning: "output",
    zh: ["输出", "产出", "结果", "交付物"],
    en: ["output", "outputs", "outcome", "deliverable", "deliverables", "result"],
  },
];
