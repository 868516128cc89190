import { compounds, EVENTS } from "./event-words";
import type { Topic } from "./topic";
import type { WordRow } from "./word-row";

const watching = compounds(EVENTS, {
  zh: ["后看什么", "后观察", "后值守", "后监控", "后保障", "后运行保障", "后的运行保障", "后跟踪"],
  en: [],
});
const monitorings = EVENTS.en.map((event) => `post-${event} monitoring`);
const successes = compounds(EVENTS, {
  zh: ["后验证", "验证", "成功标准", "成功标志", "成功条件", "成功判断标准", "成功判定标准", "验收标准"],
  en: ["success criteria", "acceptance criteria", "acceptance"],
});

/** Headings of what follows the release. */
export const AFTERCARE_TOPICS: readonly WordRow<Topic>[] = [
  {
    meaning: "windows",
    zh: [...watching.zh, "观察周期", "观察窗口", "观察期", "值守安排", "护航"],
    en: [
      ...EVENTS.en.map((event) => `after ${event}`),
      ...EVENTS.en.map((event) => `after the ${event}`),
      "watching after the switch",
      "after the switch",
      "observation windows",
      "observation period",
      "observation",
      ...monitorings,
      "post-activity monitoring",
      "post-release observation",
      "monitoring plan",
      "monitoring windows",
      "hypercare",
      "watch periods",
      "early life support",
    ],
  },
  {
    meaning: "criteria",
    zh: [
      ...successes.zh,
      "验证方案",
      "成功标准",
      "成功指标",
      "验收标准",
      "验收指标",
      "成功准则",
      "通过标准",
      "验证标准",
    ],
    en: [
      ...successes.en,
      "success means",
      "success criteria",
      "acceptance criteria",
      "success metrics",
      "definition of success",
      "definition of done",
      "success measures",
      "what success looks like",
      "exit criteria",
      "completion criteria",
      "acceptance limits",
      "post-release verification",
      "post-deployment verification",
      "done means",
    ],
  },
  {
    meaning: "review",
    zh: ["发布复盘", "复盘", "回顾会议", "发布总结", "上线总结"],
    en: [
      "post-release review",
      "post-implementation review",
      "release review",
      "retrospective",
      "retro",
      "postmortem",
      "post-mortem",
      "review meeting",
      "lessons learned",
    ],
  },
];
