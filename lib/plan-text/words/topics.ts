import { AFTERCARE_TOPICS } from "./aftercare-topics";
import { PEOPLE_TOPICS } from "./people-topics";
import { SAFETY_TOPICS } from "./safety-topics";
import { STRATEGY_TOPICS } from "./strategy-topics";
import type { Topic } from "./topic";
import type { WordRow } from "./word-row";
import { WORK_TOPICS } from "./work-topics";

/** The longest word found in a heading decides; on equal length the earlier row. */
export const TOPICS: readonly WordRow<Topic>[] = [
  ...STRATEGY_TOPICS,
  ...WORK_TOPICS,
  ...SAFETY_TOPICS,
  ...AFTERCARE_TOPICS,
  ...PEOPLE_TOPICS,
];

/** Headings that say something only when nothing else stands in them: "Deployment" is steps, "Deployment strategy" is not. */
export const WHOLE_TOPICS: readonly WordRow<Topic>[] = [
  { meaning: "info", zh: ["发布", "上线", "变更", "信息", "版本"], en: ["release", "info", "information", "details"] },
  { meaning: "goals", zh: ["范围", "功能", "内容"], en: ["scope", "in scope", "features", "changes", "contents"] },
  {
    meaning: "checklist",
    zh: ["准备", "检查", "发布前"],
    en: ["preparation", "checks", "before", "pre-release", "pre-deployment"],
  },
  { meaning: "timeline", zh: ["计划", "流程", "时间"], en: ["plan", "agenda", "the night", "execution"] },
  {
    meaning: "steps",
    zh: ["步骤", "部署", "实施", "操作"],
    en: ["steps", "deployment", "deploy", "implementation", "migration"],
  },
  { meaning: "playbooks", zh: ["应急", "预案", "故障"], en: ["emergencies", "incidents", "scenarios"] },
  {
    meaning: "windows",
    zh: ["上线后", "发布后", "值班", "观察", "值守"],
    en: ["after", "afterwards", "monitoring", "watch", "observing"],
  },
  {
    meaning: "criteria",
    zh: ["标准", "验收", "验证", "看什么"],
    en: ["success", "acceptance", "done when", "verification", "validation", "how we know"],
  },
  {
    meaning: "contacts",
    zh: ["人员", "角色", "分工", "团队"],
    en: ["team", "roles", "owners", "responsibilities", "who"],
  },
  { meaning: "channels", zh: ["沟通", "渠道"], en: ["chat", "slack"] },
  { meaning: "triggers", zh: [], en: ["triggers", "conditions"] },
];
