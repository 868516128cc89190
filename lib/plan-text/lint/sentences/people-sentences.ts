import type { Sentence } from "../../finding-of";

export const PEOPLE_SENTENCES = {
  "role-without-person": {
    severity: "warning",
    zh: "“{role}”负责第 {allLines} 行的工作，联系人中没有这个角色。请在联系方式中写上姓名和电话。",
    en: "“{role}” is given work in lines {allLines} and is not among the contacts. Add a name and a phone number.",
  },
  "approver-without-person": {
    severity: "warning",
    zh: "计划要“{role}”审批（第 {allLines} 行），联系人中没有这个角色。正式发布要等他批准：请写上姓名和电话。",
    en: "The plan asks “{role}” to approve it (line {allLines}), who is not among the contacts. A live release waits for that approval: add a name and a phone number.",
  },
  "roster-missing": {
    severity: "warning",
    zh: "计划给 {roles} 安排了工作（第 {allLines} 行），但没有联系人名单。请加上姓名和电话。",
    en: "The plan gives work to {roles} (lines {allLines}) and lists no contacts. Add names and phone numbers.",
  },
  "role-spelling-differs": {
    severity: "info",
    zh: "第 {line} 行写“{spelling}”，联系人中是“{name}”（第 {contactLine} 行）。按同一角色理解；请确认，并写成一致。",
    en: "Line {line} says “{spelling}”, the contacts say “{name}” (line {contactLine}). They are taken as one role; confirm it, and write one name.",
  },
  "gate-without-voters": {
    severity: "error",
    zh: "{stages} 的门没有人投票（第 {allLines} 行）：没有人会说“不”。请给阶段或检查清单写明具体的负责人。",
    en: "Nobody votes at the gates of {stages} (lines {allLines}): nobody would ever say no. Name owners for stages or checklist sections.",
  },
  "owner-double-booked": {
    severity: "warning",
    zh: "{start} 到 {end}，{role} 要同时负责“{one}”（第 {otherLines} 行）和“{other}”（第 {line} 行）。请换一个负责人，或错开时间。",
    en: "From {start} to {end}, {role} has to run “{one}” (line {otherLines}) and “{other}” (line {line}) at the same time. Give one to somebody else, or move it.",
  },
} as const satisfies Record<string, Sentence>;
