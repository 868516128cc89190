import type { WordRow } from "./word-row";

/** A shift to everything, where no percentage is written. */
export const FULL_TRAFFIC: readonly WordRow<"full">[] = [
  {
    meaning: "full",
    zh: ["全量", "全部流量"],
    en: [
      "full traffic",
      "full release",
      "full rollout",
      "all traffic",
      "everyone",
      "everybody",
      "all messages",
      "all requests",
      "all users",
      "everything",
      "all patients",
      "all customers",
    ],
  },
];
