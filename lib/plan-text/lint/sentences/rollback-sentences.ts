import type { Sentence } from "../../finding-of";

export const ROLLBACK_SENTENCES = {
  "rollback-targets-differ": {
    severity: "warning",
    zh: "计划写了 {count} 个不同的回滚时限：{minutes} 分钟（第 {allLines} 行）。回滚计时按 {counted} 分钟；请定下一个。",
    en: "The plan promises {count} different times to roll back: {minutes} minutes (lines {allLines}). A rollback's clock counts to {counted}; settle on one.",
  },
  "rollback-leaves-databases": {
    severity: "warning",
    zh: "发布前备份 {all} 个数据库，回滚脚本只处理其中 {covered} 个（第 {line} 行）。缺少：{missing}。请补上脚本，或写明这些库不需要回滚。",
    en: "{all} databases are saved before the release; the rollback's scripts cover {covered} of them (line {line}). Missing: {missing}. Add their scripts, or write that they need none.",
  },
  "stage-without-way-back": {
    severity: "warning",
    zh: "{stages} 会改变线上（第 {allLines} 行），而计划没有写怎样退回。请写明回滚步骤。",
    en: "Production is changed by {stages} (lines {allLines}), and the plan never says how to go back. Write the steps of a rollback.",
  },
  "migration-without-way-back": {
    severity: "warning",
    zh: "“{step}”（第 {line} 行）会改变数据库结构，回滚流程（第 {otherLines} 行）不处理数据库。请写明怎样退回，或说明旧版本能在新结构上运行。",
    en: "“{step}” (line {line}) changes a database, and the rollback (lines {otherLines}) leaves it changed. Write how to undo it, or that the old version runs on the new structure.",
  },
  "trigger-without-query": {
    severity: "info",
    zh: "{all} 个回滚条件中有 {count} 个没有查询语句（第 {allLines} 行），没有机器会发现它们：{triggers}。请在计划中填写查询，或指定谁来看。",
    en: "{count} of {all} rollback triggers have no query (lines {allLines}), so no machine will notice them: {triggers}. Give them queries, or name somebody who looks.",
  },
} as const satisfies Record<string, Sentence>;
