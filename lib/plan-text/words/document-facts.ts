import { compounds, EVENTS } from "./event-words";
import type { WordRow } from "./word-row";

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

/** "割接总负责", "go-live manager": whoever leads what the plan is about. */
const leaders = compounds(EVENTS, {
  zh: ["经理", "负责人", "总负责", "总负责人", "总指挥", "指挥", "牵头人"],
  en: ["manager", "lead", "leader", "owner", "captain", "commander", "coordinator", "director", "technician"],
});

const days = compounds(EVENTS, {
  zh: ["日期", "时间", "窗口", "时段"],
  en: ["date", "window", "time", "date and time"],
});

/** Labelled lines at the head or foot of the document. */
export const DOCUMENT_FACTS: readonly WordRow<DocumentFact>[] = [
  { meaning: "type", zh: ["文档类型"], en: ["document type"] },
  {
    meaning: "manager",
    zh: [...leaders.zh, "总指挥", "现场指挥", "发布人"],
    en: [...leaders.en, "incident commander", "coordinator", "producer", "in charge", "rm"],
  },
  {
    meaning: "date",
    zh: [...days.zh],
    en: [...days.en, "date", "maintenance window", "window", "when", "go-live"],
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
