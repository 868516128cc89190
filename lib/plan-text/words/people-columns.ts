import type { Column } from "./column";
import type { WordRow } from "./word-row";

/** Columns of who is who and how they are reached. */
export const PEOPLE_COLUMNS: readonly WordRow<Column>[] = [
  {
    meaning: "role",
    zh: ["角色", "岗位", "职务", "职位", "审批角色", "干什么的", "干啥的"],
    en: ["role", "title", "position", "function"],
  },
  {
    meaning: "person",
    zh: ["组长", "牵头人", "姓名", "花名", "名字", "人员", "联系人", "审批人", "值班人"],
    en: ["name", "person", "contact", "approver", "on-call", "primary", "who is it", "engineer"],
  },
  {
    meaning: "phone",
    zh: ["手机", "电话", "联系电话", "手机号", "联系方式"],
    en: ["phone", "mobile", "tel", "telephone", "phone number", "cell", "pager"],
  },
];
