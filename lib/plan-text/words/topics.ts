import type { WordRow } from "./word-row";

/** What a heading can be about. */
export type Topic =
  | "info"
  | "goals"
  | "canary"
  | "blue-green"
  | "checklist"
  | "timeline"
  | "steps"
  | "triggers"
  | "procedure"
  | "followups"
  | "playbooks"
  | "windows"
  | "criteria"
  | "review"
  | "contacts"
  | "channels";

/** The longest word found in a heading decides; on equal length the earlier row. */
export const TOPICS: readonly WordRow<Topic>[] = [
  {
    meaning: "info",
    zh: ["发布概览", "发布信息", "上线信息", "基本信息", "发布概述", "概览", "概述"],
    en: ["release information", "release info", "release details", "overview", "summary", "at a glance"],
  },
  {
    meaning: "goals",
    zh: ["发布目标", "上线目标", "业务目标", "技术目标", "目标"],
    en: ["release goals", "goals", "objectives"],
  },
  {
    meaning: "canary",
    zh: ["灰度发布", "灰度策略", "灰度方案", "灰度", "金丝雀", "分批发布", "放量计划", "放量策略"],
    en: ["canary", "progressive rollout", "gradual rollout", "phased rollout", "traffic ramp", "traffic stages"],
  },
  {
    meaning: "blue-green",
    zh: ["蓝绿部署", "蓝绿发布", "蓝绿切换", "蓝绿"],
    en: ["blue-green", "blue/green", "blue green"],
  },
  {
    meaning: "checklist",
    zh: ["检查清单", "检查项", "上线检查", "发布前检查", "上线前检查", "准备清单", "检查表"],
    en: ["checklist", "check list", "pre-release checks", "pre-flight", "preflight", "readiness"],
  },
  {
    meaning: "timeline",
    zh: ["发布时间线", "时间线", "时间表", "时间安排", "日程", "排期"],
    en: ["timeline", "schedule", "run sheet", "runsheet", "sequence of events"],
  },
  {
    meaning: "steps",
    zh: ["详细步骤", "操作步骤", "执行步骤", "部署步骤", "发布步骤", "实施步骤"],
    en: ["detailed steps", "release steps", "deployment steps", "execution steps", "step by step", "runbook"],
  },
  {
    meaning: "triggers",
    zh: ["回滚决策标准", "回滚决策", "回滚标准", "回滚条件", "回滚触发", "立即回滚", "计划回滚"],
    en: [
      "rollback triggers",
      "rollback criteria",
      "rollback conditions",
      "rollback decision",
      "when to roll back",
      "abort criteria",
    ],
  },
  {
    meaning: "procedure",
    zh: ["回滚流程", "回滚步骤", "回滚操作", "回滚方案", "回滚计划", "回滚"],
    en: ["rollback procedure", "rollback steps", "rollback plan", "how to roll back", "rollback", "roll back"],
  },
  {
    meaning: "followups",
    zh: ["回滚后处理", "回滚后续", "回滚后"],
    en: ["after a rollback", "after rollback", "post-rollback", "rollback follow-up", "follow-up"],
  },
  {
    meaning: "playbooks",
    zh: ["应急预案", "应急处理", "应急方案", "故障预案", "故障处理预案"],
    en: ["emergency playbooks", "playbook", "emergency procedures", "contingency", "incident scenarios"],
  },
  {
    meaning: "windows",
    zh: ["发布后观察", "上线后观察", "观察周期", "观察窗口", "观察期", "发布后监控"],
    en: ["observation windows", "observation period", "observation", "post-release monitoring", "hypercare"],
  },
  {
    meaning: "criteria",
    zh: ["成功标准", "成功指标", "验收标准", "成功准则"],
    en: ["success criteria", "acceptance criteria", "success metrics", "definition of success"],
  },
  {
    meaning: "review",
    zh: ["发布复盘", "复盘", "回顾会议"],
    en: ["post-release review", "release review", "retrospective", "postmortem", "post-mortem", "review meeting"],
  },
  {
    meaning: "contacts",
    zh: ["联系方式", "联系人", "通讯录", "人员名单", "值班名单"],
    en: ["contacts", "contact list", "roster", "people", "who is who"],
  },
  {
    meaning: "channels",
    zh: ["紧急联系", "应急联系", "沟通渠道", "应急渠道", "联络渠道"],
    en: ["emergency contact", "emergency channels", "channels", "communication", "war room"],
  },
];

/** Topics whose whole subtree belongs to their reader: headings inside them are parts, not topics. */
export const OWNING_TOPICS: ReadonlySet<Topic> = new Set([
  "goals",
  "canary",
  "blue-green",
  "checklist",
  "steps",
  "triggers",
  "followups",
  "playbooks",
  "criteria",
  "review",
]);
