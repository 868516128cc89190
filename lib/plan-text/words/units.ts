/** Minutes of one unit. Longer spellings stand first because the first that fits is taken. */
export const UNITS: readonly { minutes: number; words: readonly string[] }[] = [
  { minutes: 10080, words: ["个星期", "星期", "周", "weeks", "week", "wks", "wk", "w"] },
  { minutes: 1440, words: ["天", "日", "days", "day", "d"] },
  { minutes: 60, words: ["个小时", "小时", "时", "hours", "hour", "hrs", "hr", "h"] },
  { minutes: 1, words: ["分钟", "分", "minutes", "minute", "mins", "min", "m"] },
  { minutes: 1 / 60, words: ["秒钟", "秒", "seconds", "second", "secs", "sec", "s"] },
];

/** Written-out lengths, in minutes. */
export const SPELT_DURATIONS: readonly { minutes: number; words: readonly string[] }[] = [
  { minutes: 30, words: ["半小时", "半个小时", "half an hour"] },
  { minutes: 720, words: ["半天", "half a day"] },
  { minutes: 60, words: ["an hour", "one hour"] },
];
