/** Words of one idea in both languages. */
type Words = { zh: readonly string[]; en: readonly string[] };

/** What teams call the event that a plan is about. */
export const EVENTS: Words = {
  zh: ["发布", "上线", "变更", "割接", "切换", "投产", "迁移", "升级", "实施", "发版"],
  en: [
    "release",
    "change",
    "cutover",
    "go-live",
    "deployment",
    "launch",
    "migration",
    "switchover",
    "upgrade",
    "rollout",
    "maintenance",
  ],
};

/** What teams call the way back. */
export const RETREATS: Words = {
  zh: ["回滚", "回退", "退回", "回切", "倒回"],
  en: ["rollback", "fallback", "fall-back", "backout", "back-out", "bail-out"],
};

/** "割接时间" and "cutover date": every word of the first idea with every one of the second behind it, save what means something else. */
export function compounds(first: Words, second: Words, except: readonly string[] = []): { zh: string[]; en: string[] } {
  const joined = (one: readonly string[], two: readonly string[], between: string) =>
    one.flatMap((word) => two.map((noun) => `${word}${between}${noun}`)).filter((word) => !except.includes(word));
  return { zh: joined(first.zh, second.zh, ""), en: joined(first.en, second.en, " ") };
}
