import type { Sentence } from "../../finding-of";

export const CRITERIA_SENTENCES = {
  "criteria-ticked": {
    severity: "info",
    zh: "{all} 条成功标准中有 {count} 条在文档中已打勾（第 {allLines} 行），发布还没有开始。只作记录，不当作已经达成；请去掉勾选。",
    en: "{count} of {all} success criteria are ticked in the document (lines {allLines}) before anything was released. This is recorded and never taken as met; remove the ticks.",
  },
  "targets-differ": {
    severity: "warning",
    zh: "“{metric}”的目标不一致：{values}（第 {allLines} 行）。请定下一个，否则达标与否说不清。",
    en: "“{metric}” has different targets: {values} (lines {allLines}). Settle on one, or nobody can say whether it was met.",
  },
  "threshold-gap": {
    severity: "warning",
    zh: "“{metric}”恰好等于 {value} 时没有规定该怎么办：{texts}（第 {allLines} 行）。请用 ≥ 或 ≤ 写明它属于哪一边。",
    en: "Nothing is decided for “{metric}” at exactly {value}: {texts} (lines {allLines}). Write ≥ or ≤ to say to which side it belongs.",
  },
  "trigger-inside-criterion": {
    severity: "warning",
    zh: "回滚条件“{trigger}”（第 {line} 行）会在成功标准“{criterion}”（第 {criterionLine} 行）仍然成立时触发。请对齐两个数字。",
    en: "The trigger “{trigger}” (line {line}) calls for a rollback while the success criterion “{criterion}” (line {criterionLine}) still holds. Bring the two figures together.",
  },
  "condition-without-figure": {
    severity: "info",
    zh: "“{text}”（第 {line} 行）没有数字，夜里各人看法不同，机器也无法判断。请写明上限。",
    en: "“{text}” (line {line}) has no figure: at night two people read it differently, and no machine can judge it. Write a limit.",
  },
  "criterion-unmeasured": {
    severity: "info",
    zh: "{all} 条带数字的成功标准中有 {count} 条没有任何指标检查在测量（第 {allLines} 行）：{criteria}。请以同样的文字写一条指标检查，或指定事后由谁、凭什么判断。",
    en: "{count} of {all} success criteria with a figure are measured by no check (lines {allLines}): {criteria}. Write a check under the same words, or name who judges them, and by what.",
  },
  "errors-without-zero": {
    severity: "info",
    zh: "“{text}”（第 {line} 行）的错误数查询在出现第一个错误之前没有数据，检查就一直不能通过。请在查询末尾加上 or vector(0)。",
    en: "The error query of “{text}” (line {line}) has no data until the first error, so the check cannot pass before it. Put `or vector(0)` behind the query.",
  },
} as const satisfies Record<string, Sentence>;
