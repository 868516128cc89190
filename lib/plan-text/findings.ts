import type { Finding } from "@/lib/domain/plan/finding";
import type { Lines } from "@/lib/domain/plan/plan";
import { type Facts, findingOf, type Sentence } from "./finding-of";

/** What the importer can say; `{name}` is filled from the finding's facts. */
const RULES = {
  "too-large": {
    severity: "error",
    zh: "文档有 {size} kB，超过 {limit} kB 的上限，没有读取。",
    en: "The document has {size} kB, more than the limit of {limit} kB, and was not read.",
  },
  "too-deep": {
    severity: "error",
    zh: "第 {line} 行的列表或引用嵌套了 {depth} 层，超过 {limit} 层的上限，没有读取。",
    en: "Lists or quotes are nested {depth} deep in line {line}, more than the limit of {limit}; the document was not read.",
  },
  "bad-character": {
    severity: "error",
    zh: "第 {line} 行有不能保存的字符（U+{code}），请删除后再导入。",
    en: "Line {line} holds a character that cannot be stored (U+{code}); remove it and import again.",
  },
  "line-too-long": {
    severity: "error",
    zh: "第 {line} 行有 {length} 个字符，超过 {limit} 个的上限，没有读取。",
    en: "Line {line} has {length} characters, more than the limit of {limit}; the document was not read.",
  },
  unreadable: {
    severity: "error",
    zh: "这份 Markdown 的结构无法解析。",
    en: "The structure of this Markdown could not be parsed.",
  },
  "too-slow": {
    severity: "error",
    zh: "读取这份文档超过 {seconds} 秒，已经中止。",
    en: "Reading this document took more than {seconds} seconds and was stopped.",
  },
  "not-a-plan": {
    severity: "error",
    zh: "没有找到时间线，也没有找到检查清单：这不像一份发布计划。",
    en: "Neither a timeline nor a checklist was found: this does not look like a release plan.",
  },
  "data-as-words": {
    severity: "error",
    zh: "这是数据形式的计划（{format}），不是文档：请另存为 .json 或 .yaml 文件，再用“选择文件”打开或拖进来。",
    en: "This is a plan as data ({format}), not a document: save it as a .json or .yaml file and choose or drop that file.",
  },
  "no-timeline": {
    severity: "error",
    zh: "没有找到时间线，因此计划没有阶段。",
    en: "No timeline was found, so the plan has no stages.",
  },
  "no-version": {
    severity: "warning",
    zh: "计划没有写明发布的版本号。",
    en: "The plan does not say which version is released.",
  },
  "no-window": {
    severity: "warning",
    zh: "计划没有写明发布窗口的日期和起止时间。",
    en: "The plan names no window with a day, a start and an end.",
  },
  "time-zone-assumed": {
    severity: "info",
    zh: "计划没有写明时区，按 {zone} 理解。",
    en: "The plan names no time zone; its times are read as {zone}.",
  },
  "section-owner-proposed": {
    severity: "info",
    zh: "检查项“{section}”没有写明负责人，建议由 {role} 负责。",
    en: "The checklist section “{section}” names no owner; {role} is proposed.",
  },
  "manager-contradicted": {
    severity: "warning",
    zh: "文档写明发布经理是“{written}”（第 {line} 行），联系人中却是“{roster}”（第 {rosterLine} 行）。按联系人理解。",
    en: "The document names “{written}” as release manager (line {line}), the contacts name “{roster}” (line {rosterLine}). The contacts are followed.",
  },
  "stage-time-missing": {
    severity: "warning",
    zh: "阶段“{stage}”没有可读的开始时间，按前一阶段的结束时间计算。",
    en: "The stage “{stage}” has no readable start; the end of the stage before it is taken.",
  },
  "stage-duration-missing": {
    severity: "warning",
    zh: "阶段“{stage}”没有写明时长，按到下一阶段开始为止的 {minutes} 分钟计算。",
    en: "The stage “{stage}” has no duration; the {minutes} minutes until the next stage are taken.",
  },
  "stage-owner-missing": {
    severity: "warning",
    zh: "阶段“{stage}”没有写明负责人。",
    en: "The stage “{stage}” names no owner.",
  },
  "steps-unbound": {
    severity: "warning",
    zh: "步骤“{group}”在时间线中找不到对应的阶段。",
    en: "The steps “{group}” fit no stage of the timeline.",
  },
  "part-doubled": {
    severity: "warning",
    zh: "“{part}”出现了不止一次，采用第 {firstLine} 行的，忽略这里的。",
    en: "“{part}” appears more than once; the one in line {firstLine} is taken, this one is left out.",
  },
  placeholder: {
    severity: "warning",
    zh: "第 {line} 行的“{field}”还没有填写（{written}）。",
    en: "“{field}” is not filled in, line {line} ({written}).",
  },
  "duration-range": {
    severity: "info",
    zh: "“{stage}”的时长写成范围“{written}”，按较长的 {minutes} 分钟计算。",
    en: "“{stage}” has a range for its length, “{written}”; the longer one, {minutes} minutes, is counted on.",
  },
  "checklist-ticked": {
    severity: "info",
    zh: "{count} 个检查项在文档中已标为完成。只作记录，不当作已经完成。",
    en: "{count} checklist items are drawn as done in the document. This is recorded and never taken as done.",
  },
  "parts-joined": {
    severity: "info",
    zh: "文档有 {count} 处回滚步骤，按文档顺序合为一个流程。",
    en: "The document has rollback steps in {count} places; they are read as one procedure in the document's order.",
  },
  "kept-as-prose": {
    severity: "info",
    zh: "这段文字只作说明，计划的各部分不引用它，它留在文档里：{text}",
    en: "This text explains; no part of the plan is made from it, and it stays with the document: {text}",
  },
  "binding-unknown": {
    severity: "warning",
    zh: "这一行没有指出计划里的某个步骤（如“步骤 2.1”）、流量或回滚演练，或者没有写动作，或者与前面的行重复，没有用上：{text}",
    en: "This row names no step of the plan (such as “Step 2.1”), not the traffic and no rollback drill, or no action, or says it a second time; it is not used: {text}",
  },
  "check-unknown": {
    severity: "warning",
    zh: "“{check}”不是计划里的任何观察指标或回滚条件，这里的测量方式没有用上。",
    en: "“{check}” is none of the plan's watched metrics or rollback triggers; how it is measured is not used.",
  },
  "measure-incomplete": {
    severity: "warning",
    zh: "“{check}”的测量方式不完整，因此没有人测量它：写明方式、查询和界限。",
    en: "How “{check}” is measured is incomplete, so nobody measures it: give the method, the queries and the limits.",
  },
  "setting-unreadable": {
    severity: "error",
    zh: "这一行设置不符合计划的任何部分，没有生效：{text}",
    en: "This setting fits no part of the plan and has no effect: {text}",
  },
  "settings-dangling": {
    severity: "error",
    zh: "这些设置指向计划里没有的部分，或使编号重复（{part} {id}），全部没有生效。",
    en: "These settings point at a part that the plan does not have, or use an id twice ({part} {id}); none of them has effect.",
  },
  "column-ignored": {
    severity: "warning",
    zh: "表格的“{text}”一列没有理解，计划中没有它。",
    en: "The table's column “{text}” was not understood and is not in the plan.",
  },
  "not-understood": {
    severity: "warning",
    zh: "没有理解这一段（可能是{guessZh}），计划中没有它：{text}",
    en: "This part ({guessEn}?) was not understood and is not in the plan: {text}",
  },
  "more-not-understood": {
    severity: "warning",
    zh: "从这里到文档末尾还有 {count} 段没有理解。",
    en: "From here to the end, {count} more parts were not understood.",
  },
} as const satisfies Record<string, Sentence>;

export type FindingRule = keyof typeof RULES;

/** A finding of the importer at these lines; `line` is among its facts. */
export function finding(rule: FindingRule, lines: Lines, facts: Facts = {}): Finding {
  return findingOf(rule, RULES[rule], lines, facts);
}
