import type { StageKind } from "@/lib/domain/plan/plan";
import type { WordRow } from "./word-row";

/** The longest word decides; on equal length the earlier row, so a verification of a rollout is a verification. */
export const STAGE_KIND_WORDS: readonly WordRow<StageKind>[] = [
  {
    meaning: "review",
    zh: ["复盘", "复盘会议", "总结", "回顾"],
    en: ["review", "retrospective", "wrap-up", "wrap up"],
  },
  {
    meaning: "observe",
    zh: ["持续观察", "监控观察", "观察", "监控", "值守"],
    en: ["observe", "observation", "monitor", "monitoring", "watch", "soak", "bake"],
  },
  {
    meaning: "verify",
    zh: ["冒烟测试", "验证测试", "全量验证", "验证", "测试", "冒烟", "回归"],
    en: ["smoke test", "verify", "verification", "validate", "validation", "smoke", "tests", "test", "sanity"],
  },
  {
    meaning: "backup",
    zh: ["数据库备份", "数据库全量备份", "全量备份", "备份", "快照"],
    en: ["database backup", "backup", "back up", "snapshot", "dump"],
  },
  {
    meaning: "shift",
    zh: ["灰度发布", "全量发布", "灰度", "切换流量", "流量切换", "切换", "切流", "放量", "全量"],
    en: ["canary", "traffic", "shift", "ramp", "cutover", "cut over", "rollout", "roll out", "full release"],
  },
  {
    meaning: "deploy",
    zh: ["部署应用", "部署", "安装", "发布应用"],
    en: ["deploy", "deployment", "install", "migrate"],
  },
  {
    meaning: "prepare",
    zh: ["准备阶段", "准备", "集合", "启动会", "分工"],
    en: ["prepare", "preparation", "kick-off", "kickoff", "gather", "assemble", "briefing"],
  },
];

/** A shift to everything, where no percentage is written. */
export const FULL_TRAFFIC: readonly WordRow<"full">[] = [
  { meaning: "full", zh: ["全量"], en: ["full traffic", "full release", "full rollout", "all traffic", "everyone"] },
];
