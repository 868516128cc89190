import type { WordRow } from "./word-row";

export type InfoRow =
  | "start"
  | "end"
  | "version"
  | "window"
  | "type"
  | "windowLength"
  | "scope"
  | "rollbackable"
  | "downtime"
  | "zone";

/** Rows of the information table. */
export const INFO_ROWS: readonly WordRow<InfoRow>[] = [
  {
    meaning: "version",
    zh: [
      "版本号",
      "版本",
      "发布版本",
      "目标版本",
      "上线版本",
      "新版本",
      "镜像版本",
      "变更版本",
      "升级版本",
      "投产版本",
    ],
    en: ["version", "release version", "release", "tag", "build", "target version", "new version", "release tag"],
  },
  {
    meaning: "window",
    zh: [
      "发布时间",
      "发布日期",
      "上线时间",
      "上线日期",
      "计划时间",
      "变更时间",
      "发布时间窗口",
      "变更窗口",
      "时间窗口",
      "日期",
      "时段",
      "投产日期",
      "投产时间",
      "投产时段",
    ],
    en: [
      "release date",
      "release time",
      "date",
      "scheduled",
      "time",
      "when",
      "date and time",
      "deployment date",
      "deployment window",
      "change window",
      "maintenance window",
      "planned window",
      "scheduled window",
      "go-live",
      "slot",
    ],
  },
  {
    meaning: "start",
    zh: ["开始时间", "计划开始", "计划开始时间", "开始", "割接开始", "变更开始", "发布开始"],
    en: ["start time", "start", "planned start", "starts", "window start", "scheduled start", "start date"],
  },
  {
    meaning: "end",
    zh: ["结束时间", "计划结束", "计划结束时间", "结束", "割接结束", "变更结束", "发布结束", "预计结束"],
    en: ["end", "end time", "planned end", "ends", "window end", "until", "scheduled end", "end date"],
  },
  {
    meaning: "type",
    zh: ["发布类型", "上线类型", "变更类型", "类型", "发布方式"],
    en: ["release type", "change type", "deployment type", "type", "kind", "strategy"],
  },
  {
    meaning: "windowLength",
    zh: ["发布窗口", "窗口时长", "窗口", "总时长", "预计总耗时"],
    en: ["release window", "window length", "window", "length", "total duration", "duration"],
  },
  {
    meaning: "scope",
    zh: ["影响范围", "影响用户", "范围", "涉及系统", "影响系统"],
    en: ["scope", "impact", "affected users", "affected", "user impact", "systems affected", "affected services"],
  },
  {
    meaning: "rollbackable",
    zh: ["是否可回滚", "可回滚", "是否可回退", "回滚时间", "回滚", "能否回退", "能否退回", "可否恢复", "恢复原状"],
    en: [
      "can be rolled back",
      "rollback possible",
      "rollback time",
      "rollback",
      "reversible",
      "can roll back",
      "way back",
      "way out",
    ],
  },
  {
    meaning: "downtime",
    zh: [
      "预计停机时间",
      "停机时间",
      "停机",
      "停服时间",
      "停服",
      "业务中断时间",
      "中断时间",
      "是否停机",
      "停业务",
      "业务中断",
      "对外影响",
    ],
    en: ["expected downtime", "downtime", "outage", "planned downtime", "service interruption", "interruption"],
  },
  { meaning: "zone", zh: ["时区"], en: ["time zone", "timezone"] },
];

export type DocumentFact =
  | "status"
  | "service"
  | "type"
  | "manager"
  | "date"
  | "version"
  | "updated"
  | "maintainers"
  | "approval"
  | "zone";

/** Labelled lines at the head or foot of the document. */
export const DOCUMENT_FACTS: readonly WordRow<DocumentFact>[] = [
  { meaning: "type", zh: ["文档类型"], en: ["document type"] },
  {
    meaning: "manager",
    zh: [
      "发布经理",
      "发布负责人",
      "上线负责人",
      "上线经理",
      "变更负责人",
      "变更经理",
      "总指挥",
      "发布总指挥",
      "现场指挥",
      "发布人",
    ],
    en: [
      "release manager",
      "release lead",
      "release owner",
      "release captain",
      "release commander",
      "release coordinator",
      "change manager",
      "change owner",
      "incident commander",
      "coordinator",
      "producer",
      "in charge",
      "rm",
    ],
  },
  {
    meaning: "date",
    zh: ["发布日期", "上线日期", "发布时间", "上线时间", "变更时间", "发布窗口", "变更窗口"],
    en: ["release date", "date", "release window", "change window", "maintenance window", "window", "when", "go-live"],
  },
  {
    meaning: "version",
    zh: ["文档版本", "版本", "版本号", "发布版本"],
    en: ["document version", "version", "release", "release version", "target version", "tag", "build"],
  },
  {
    meaning: "updated",
    zh: ["最后更新", "更新时间", "更新日期", "最后修改"],
    en: ["last updated", "last update", "updated", "last modified", "last reviewed", "last edited"],
  },
  {
    meaning: "maintainers",
    zh: ["文档维护", "维护人", "维护", "作者", "编写人", "文档作者", "起草人", "撰写"],
    en: [
      "maintained by",
      "maintainers",
      "maintainer",
      "author",
      "authors",
      "prepared by",
      "written by",
      "document owner",
    ],
  },
  {
    meaning: "approval",
    zh: ["审批", "审批人", "批准", "批准人", "审核人", "审核", "会签"],
    en: [
      "approved by",
      "approval",
      "approvals",
      "approvers",
      "approver",
      "sign-off by",
      "sign-off",
      "signed off by",
      "reviewed by",
    ],
  },
  {
    meaning: "status",
    zh: ["状态", "文档状态", "密级"],
    en: [
      "status",
      "document status",
      "classification",
      "ticket",
      "change id",
      "change number",
      "jira",
      "change ticket",
    ],
  },
  {
    meaning: "service",
    zh: ["系统", "服务", "应用", "项目", "系统名称", "应用名称", "变更编号", "变更单号", "变更单", "环境"],
    en: ["service", "system", "application", "project", "product", "team", "environment", "services"],
  },
  { meaning: "zone", zh: ["时区"], en: ["time zone", "timezone"] },
];
