import type { StageKind } from "@/lib/domain/plan/plan";
import type { WordRow } from "./word-row";

/** Work that looks at what was done: while it settles, and when it is over. */
export const WATCHING_KINDS: readonly WordRow<StageKind>[] = [
  {
    meaning: "review",
    zh: ["复盘", "复盘会议", "总结", "回顾", "收尾会议", "收尾", "收工", "撤场", "小结", "碰头会", "散场", "交班"],
    en: [
      "review",
      "retrospective",
      "wrap-up",
      "wrap up",
      "debrief",
      "close-out",
      "hand-over",
      "handover",
      "hand over",
      "close the bridge",
      "close the window",
      "sum up",
      "summary",
    ],
  },
  {
    meaning: "observe",
    zh: ["持续观察", "监控观察", "观察", "监控", "值守", "盯", "观察期", "观察读流量", "观察全部流量"],
    en: [
      "observe",
      "observation",
      "monitor",
      "monitoring",
      "watch",
      "soak",
      "bake",
      "hold",
      "hypercare",
      "stand by",
      "look at",
      "keep an eye",
      "eyes on",
      "dashboards",
      "stare",
      "stares",
    ],
  },
];
