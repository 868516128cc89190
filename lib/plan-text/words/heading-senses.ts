import type { WordRow } from "./word-row";

/** What a heading in free words speaks of. Alone it decides nothing: what stands below must have the form that fits. */
export type HeadingSense = "back" | "condition" | "after" | "before" | "success" | "reason";

/** The way back, however a team calls it. */
export const BACK_WORDS: readonly WordRow<HeadingSense>[] = [
  {
    meaning: "back",
    zh: [
      "恢复原状",
      "切回",
      "退回",
      "换回",
      "回到",
      "还原",
      "复原",
      "就退",
      "时候退",
      "怎么退",
      "退的",
      "退了",
      "撤回",
      "不行",
      "复位",
      "止损",
    ],
    en: [
      "go back",
      "going back",
      "get back",
      "switch back",
      "turn back",
      "back out",
      "backing out",
      "fall back",
      "falling back",
      "way back",
      "way out",
      "abort",
      "aborting",
      "turning it off",
      "turn it off",
      "turning off",
      "turn off",
      "turning back",
      "switch it off",
      "undo",
      "undoing",
      "pull the plug",
      "kill switch",
      "goes wrong",
      "go wrong",
      "bail out",
      "restoring",
      "reasons to stop",
    ],
  },
];

/** A heading that says when, not how. */
export const CONDITION_WORDS: readonly WordRow<HeadingSense>[] = [
  {
    meaning: "condition",
    zh: ["什么时候", "何时", "如果", "情形", "情况", "碰到", "遇到", "出现", "信号", "条件"],
    en: ["when", "if", "as soon as", "conditions", "criteria", "signals", "limits", "reasons"],
  },
];

/** The other parts; the longest word decides. */
export const HEADING_SENSES: readonly WordRow<HeadingSense>[] = [
  {
    meaning: "before",
    zh: ["之前", "场前", "工前", "开工", "以前", "前应", "前要", "前须", "前必", "前需", "前确认", "前的"],
    en: [
      "before",
      "beforehand",
      "first things first",
      "good to go",
      "ready to go",
      "are we ready",
      "must be",
      "homework",
    ],
  },
  {
    meaning: "after",
    zh: ["之后", "以后", "后的", "完盯", "盯守", "盯着", "后看", "后几天", "后续几天", "天亮"],
    en: [
      "after",
      "afterwards",
      "following",
      "overnight",
      "the next days",
      "next days",
      "night and weekend",
      "early life",
    ],
  },
  {
    meaning: "success",
    zh: ["成功", "算成", "算好", "算完成", "算换", "达标", "标志"],
    en: [
      "happy",
      "good",
      "looks like",
      "success",
      "successful",
      "done when",
      "call it done",
      "finished when",
      "test plan",
    ],
  },
  {
    meaning: "reason",
    zh: ["收益", "价值", "为什么", "想达到", "想要什么", "建设内容", "目的", "好处", "改动"],
    en: ["why", "justification", "purpose", "what for", "benefits", "gain", "gains"],
  },
];
