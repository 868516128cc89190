import type { RoleId } from "@/lib/domain/plan/ids";
import { compounds } from "./event-words";
import type { WordRow } from "./word-row";

const leaders = compounds(
  {
    zh: ["发布", "上线", "变更", "割接", "切换", "投产", "发版"],
    en: ["release", "change", "cutover", "go-live", "launch", "switchover", "rollout", "maintenance", "mop"],
  },
  {
    zh: ["经理", "负责人", "总负责", "总负责人", "指挥", "总指挥"],
    en: ["manager", "lead", "captain", "owner", "coordinator", "commander", "director", "technician"],
  },
);

/** Spellings of one role. A role that is in no row becomes `role:` and its own name. */
export const ROLES: readonly WordRow<RoleId>[] = [
  {
    meaning: "role:release-manager",
    zh: [...leaders.zh, "总指挥"],
    en: [...leaders.en, "delivery manager", "rm"],
  },
  {
    meaning: "role:tech-director",
    zh: ["技术总监", "研发总监"],
    en: ["tech director", "technical director", "director of engineering", "engineering director"],
  },
  {
    meaning: "role:dba",
    zh: ["数据库管理员", "数据库负责人"],
    en: ["dba", "dba lead", "database administrator", "database admin"],
  },
  {
    meaning: "role:devops",
    zh: ["运维", "运维工程师", "运维负责人", "运维值班"],
    en: ["devops", "devops lead", "devops engineer", "ops", "operations"],
  },
  { meaning: "role:sre", zh: ["站点可靠性"], en: ["sre", "sre lead", "site reliability"] },
  {
    meaning: "role:qa",
    zh: ["测试", "测试负责人", "测试经理", "测试工程师", "质量保障"],
    en: ["qa", "qa lead", "qa engineer", "quality assurance", "tester", "test lead"],
  },
  { meaning: "role:pm", zh: ["产品", "产品经理", "产品负责人"], en: ["pm", "product manager", "product owner"] },
  { meaning: "role:support", zh: ["客服", "客户支持"], en: ["support", "customer support", "customer service"] },
  {
    meaning: "role:tech-lead",
    zh: ["技术负责人", "技术主管"],
    en: ["tech lead", "technical lead", "tl", "engineering lead"],
  },
  { meaning: "role:cto", zh: ["首席技术官"], en: ["cto", "chief technology officer"] },
  { meaning: "role:ceo", zh: ["首席执行官", "总经理"], en: ["ceo", "chief executive officer"] },
  {
    meaning: "role:security",
    zh: ["安全工程师", "安全负责人", "安全"],
    en: ["security", "security lead", "security engineer", "appsec"],
  },
  {
    meaning: "role:developer",
    zh: ["开发", "研发", "开发工程师", "开发负责人"],
    en: ["developer", "developers", "development", "dev", "dev lead", "backend", "frontend"],
  },
  {
    meaning: "role:everyone",
    zh: ["全员", "所有人", "全体", "全体成员"],
    en: ["everyone", "everybody", "all", "all hands", "whole team"],
  },
];

/** Words beside a role that do not change who is meant. */
export const ROLE_QUALIFIERS: readonly string[] = [
  "on-call",
  "oncall",
  "on call",
  "值班",
  "团队",
  "team",
  "负责",
  "duty",
];
