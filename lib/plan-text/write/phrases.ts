import type { Plan } from "@/lib/domain/plan/plan";

/** The words with which a plan is written; every one of them is in the tables that the readers go by. */
export const PHRASES = {
  zh: {
    info: "发布信息",
    infoColumns: ["项目", "内容"],
    goals: "发布目标",
    canary: "灰度发布",
    canaryStage: "阶段",
    watch: "观察指标",
    decisions: "决策点",
    share: "流量",
    blueGreen: "蓝绿部署",
    before: "部署前状态",
    switch: "切换流量",
    switchBack: "回滚",
    checklist: "上线检查清单",
    owner: "负责人",
    timeline: "发布时间线",
    timelineColumns: { time: "时间", stage: "阶段", work: "操作", owner: "负责人", duration: "预计耗时" },
    parallel: "并行",
    steps: "详细步骤",
    step: "步骤",
    checks: "指标检查",
    triggers: "回滚决策标准",
    levels: { P0: "立即回滚（P0）", P1: "计划回滚（P1）" },
    procedure: "回滚流程",
    followups: "回滚后处理",
    playbooks: "应急预案",
    scenario: "场景",
    symptom: "现象",
    handling: "处理步骤",
    recovery: "预计恢复时间",
    windows: "观察周期",
    windowColumns: ["时间", "重点观察", "负责人"],
    criteria: "成功标准",
    review: "发布复盘",
    when: "时间",
    who: "参与人",
    agenda: "议程",
    output: "输出",
    contacts: "联系方式",
    contactColumns: ["角色", "姓名", "手机", "邮箱"],
    channels: "紧急联系",
    bindings: "执行器动作",
    bindingColumns: ["对象", "动作", "参数", "标签"],
    bound: {
      step: "步骤",
      rollback_step: "回滚步骤",
      traffic: "流量",
      drill: "回滚演练",
      script: "步骤自己的命令",
    },
    settings: "Holdpoint 设置",
    settingsIntro: "正文没有写明、但计划里有的设置，每行一项；导入时照此生效。",
  },
  en: {
    info: "Release information",
    infoColumns: ["Item", "Value"],
    goals: "Goals",
    canary: "Canary",
    canaryStage: "Stage",
    watch: "Metrics to watch",
    decisions: "Decision point",
    share: "Traffic",
    blueGreen: "Blue-green",
    before: "State before",
    switch: "Switch traffic",
    switchBack: "Roll back",
    checklist: "Checklist",
    owner: "Owner",
    timeline: "Timeline",
    timelineColumns: { time: "Time", stage: "Stage", work: "Work", owner: "Owner", duration: "Duration" },
    parallel: "in parallel",
    steps: "Detailed steps",
    step: "Step",
    checks: "Metric checks",
    triggers: "Rollback triggers",
    levels: { P0: "Immediate rollback (P0)", P1: "Planned rollback (P1)" },
    procedure: "Rollback procedure",
    followups: "After a rollback",
    playbooks: "Emergency playbooks",
    scenario: "Scenario",
    symptom: "Symptom",
    handling: "Handling",
    recovery: "Expected recovery",
    windows: "Observation windows",
    windowColumns: ["Time", "Focus", "Owner"],
    criteria: "Success criteria",
    review: "Post-release review",
    when: "When",
    who: "Participants",
    agenda: "Agenda",
    output: "Output",
    contacts: "Contacts",
    contactColumns: ["Role", "Name", "Phone", "Email"],
    channels: "Emergency channels",
    bindings: "Runner actions",
    bindingColumns: ["Work", "Action", "Arguments", "Labels"],
    bound: {
      step: "Step",
      rollback_step: "Rollback step",
      traffic: "Traffic",
      drill: "Rollback drill",
      script: "its own commands",
    },
    settings: "Holdpoint settings",
    settingsIntro:
      "What the plan holds and the text above does not say, one setting a line; it takes effect on import.",
  },
} as const;

export type Phrases = (typeof PHRASES)[Plan["language"]];

/** Minutes as people write them in this language: "1 h 30 min", "2 小时". */
export function durationText(minutes: number, language: Plan["language"]): string {
  const say = (amount: number, zh: string, en: string) => `${amount} ${language === "zh" ? zh : en}`;
  const seconds = Math.round(minutes * 60);
  if (minutes < 1 && seconds / 60 === minutes && seconds > 0) return say(seconds, "秒", "s");
  if (!Number.isInteger(minutes) || minutes < 60) return say(minutes, "分钟", "min");
  if (minutes % 1440 === 0) return minutes === 1440 ? say(24, "小时", "h") : say(minutes / 1440, "天", "days");
  const hours = say(Math.floor(minutes / 60), "小时", "h");
  return minutes % 60 === 0 ? hours : `${hours} ${say(minutes % 60, "分钟", "min")}`;
}

/** A remark in the brackets of the language. */
export function inBrackets(remark: string, language: Plan["language"]): string {
  return language === "zh" ? `（${remark}）` : ` (${remark})`;
}

/** "阶段 1：…", "Stage 1: …". */
export function numbered(word: string, number: number, name: string, language: Plan["language"]): string {
  return language === "zh" ? `${word} ${number}：${name}` : `${word} ${number}: ${name}`;
}
