import type { WordRow } from "./word-row";

export type BindingColumn = "target" | "action" | "arguments" | "labels";

/** Columns of the table that says what runners carry out. */
export const BINDING_COLUMNS: readonly WordRow<BindingColumn>[] = [
  { meaning: "target", zh: ["对象", "步骤", "操作", "工作"], en: ["work", "step", "what", "target"] },
  { meaning: "action", zh: ["动作", "执行动作", "动作名"], en: ["action", "runner action", "by"] },
  { meaning: "arguments", zh: ["参数"], en: ["arguments", "argument", "parameters", "with"] },
  { meaning: "labels", zh: ["标签", "执行器标签", "主机标签"], en: ["labels", "label", "runner labels", "hosts"] },
];

export type TargetWord = "step" | "rollback_step" | "traffic" | "drill";

/** What a row of that table is about. */
export const BINDING_TARGETS: readonly WordRow<TargetWord>[] = [
  { meaning: "drill", zh: ["回滚演练", "演练"], en: ["rollback drill", "drill"] },
  { meaning: "rollback_step", zh: ["回滚步骤"], en: ["rollback step"] },
  { meaning: "traffic", zh: ["流量", "切流量"], en: ["traffic", "moving the traffic", "traffic share"] },
  { meaning: "step", zh: ["步骤"], en: ["step"] },
];

/** In place of an action: the commands that stand at the step itself. */
export const OWN_COMMANDS: readonly WordRow<"script">[] = [
  { meaning: "script", zh: ["步骤自己的命令", "自己的命令"], en: ["its own commands", "own commands"] },
];
