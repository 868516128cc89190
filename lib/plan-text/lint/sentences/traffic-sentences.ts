import type { Sentence } from "../../finding-of";

export const TRAFFIC_SENTENCES = {
  "share-not-in-timeline": {
    severity: "warning",
    zh: "策略中有 {share}% 的阶段（第 {line} 行），时间线中没有：那里是 {planned}（第 {otherLines} 行）。请在时间线中加上切换和观察，或从策略中删去。",
    en: "The strategy has a stage of {share} % (line {line}) that the timeline leaves out: it goes {planned} (lines {otherLines}). Add its shift and observation to the timeline, or take it out of the strategy.",
  },
  "share-not-in-strategy": {
    severity: "warning",
    zh: "时间线切换到 {share}%（第 {line} 行），策略中没有这个阶段（{known}，第 {otherLines} 行）。请改成一致。",
    en: "The timeline shifts to {share} % (line {line}), which the strategy does not have ({known}, lines {otherLines}). Make them agree.",
  },
  "share-falls": {
    severity: "warning",
    zh: "“{stage}”（第 {line} 行）把流量从 {before}% 降到 {share}%。减少流量是回滚，不是发布的一步：请调整顺序。",
    en: "“{stage}” (line {line}) brings traffic from {before} % down to {share} %. Less traffic is a rollback and no step of a release: correct the order.",
  },
  "share-without-steps": {
    severity: "info",
    zh: "步骤中没有一处写明怎样切换流量（{shares}，第 {allLines} 行）。请补上命令，或写明在哪里操作。",
    en: "No step says how traffic is moved ({shares}, lines {allLines}). Write the commands, or where it is done.",
  },
  "share-without-steps-like": {
    severity: "warning",
    zh: "切换到 {share}%（第 {allLines} 行）没有写明怎样执行；只有“{model}”（第 {modelLine} 行）写了。请照样补上 {share}% 的命令，否则执行人要在夜里临时编写。",
    en: "Nothing says how traffic is brought to {share} % (lines {allLines}), as “{model}” (line {modelLine}) does for its share. Write the same for {share} %, or somebody has to make it up at night.",
  },
  "soak-differs": {
    severity: "warning",
    zh: "{share}% 的观察时间：策略写 {strategy} 分钟（第 {line} 行），时间线只安排 {timeline} 分钟（第 {otherLines} 行）。发布时以时间线为准，请改成一致。",
    en: "How long {share} % is watched: {strategy} minutes in the strategy (line {line}), {timeline} in the timeline (line {otherLines}). The release follows the timeline; make them agree.",
  },
  "observation-past-window": {
    severity: "warning",
    zh: "策略要求的观察共 {parts} = {soak} 分钟，加上其他工作 {work} 分钟，一共 {total} 分钟，而窗口只有 {window} 分钟（第 {allLines} 行）。请延长窗口，或缩短观察。",
    en: "The strategy watches for {parts} = {soak} minutes; with {work} minutes of other work that is {total}, and the window has {window} (lines {allLines}). Make the window longer, or watch for less.",
  },
  "full-watch-past-window": {
    severity: "info",
    zh: "全量后要观察 {hours} 小时（第 {line} 行），窗口只有 {windowHours} 小时：大部分观察在窗口之后，由第 {afterLines} 行的人负责，请确认他们知道。",
    en: "All traffic is watched for {hours} hours (line {line}), the window has {windowHours}: most of it falls after the window, to the people of lines {afterLines}. Make sure that they know.",
  },
  "full-watch-uncovered": {
    severity: "warning",
    zh: "全量后要观察 {hours} 小时（第 {line} 行），窗口只有 {windowHours} 小时，之后没有安排谁来看。请写明发布后的观察时段和负责人。",
    en: "All traffic is watched for {hours} hours (line {line}), the window has {windowHours}, and nobody is named for the time after it. Say who looks, and until when.",
  },
  "traffic-not-stated": {
    severity: "info",
    zh: "要在 {share}% 下用 {minutes} 分钟判断“{metric}”，新版本要有 {requests} 个请求（没有一个错误），即全站约每秒 {wanted} 个请求。计划没有写流量：请写明，或确认那个时段有这么多。",
    en: "To judge “{metric}” at {share} % within {minutes} minutes, the new version needs {requests} requests (without one error), about {wanted} requests a second over all. The plan states no traffic: write it down, or make sure that there is this much at that hour.",
  },
  "share-not-judgeable": {
    severity: "warning",
    zh: "在 {share}% 观察 {minutes} 分钟，新版本大约只有 {there} 个请求（全站每秒 {traffic} 个），判断“{metric}”至少要 {requests} 个，即全站每秒 {wanted} 个。请延长观察或提高比例，否则这道门只能靠越权放行。",
    en: "Watching {share} % for {minutes} minutes brings about {there} requests to the new version ({traffic} a second over all); “{metric}” takes at least {requests}, or {wanted} a second over all. Watch longer or at a larger share: as it is, this gate opens by override only.",
  },
  "completion-without-checks": {
    severity: "info",
    zh: "完成之前的门（“{stage}”之后）没有任何指标：在 {share}% 时看什么，计划没有写。请为这个阶段写明观察指标。",
    en: "The gate before completion (after “{stage}”) has nothing measured in front of it: the plan does not say what to watch at {share} %. Name the metrics for that stage.",
  },
  "gate-without-checks": {
    severity: "info",
    zh: "“{stage}”前的门没有任何指标：在 {share}% 时看什么，计划没有写。请为这个阶段写明观察指标。",
    en: "The gate at “{stage}” has nothing measured in front of it: the plan does not say what to watch at {share} %. Name the metrics for that stage.",
  },
} as const satisfies Record<string, Sentence>;
