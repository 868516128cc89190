import { RETREATS } from "./event-words";
import { BACK_WORDS } from "./heading-senses";
import type { WordRow } from "./word-row";

/** A length beside such words is how long the way back takes. */
export const RETURN_WORDS: readonly WordRow<"back">[] = [
  {
    meaning: "back",
    zh: [...RETREATS.zh, ...BACK_WORDS.flatMap(({ zh }) => zh), "恢复旧", "拆回"],
    en: [
      ...RETREATS.en,
      ...BACK_WORDS.flatMap(({ en }) => en),
      "getting back",
      "be back",
      "back on",
      "back to",
      "roll back",
      "rolled back",
      "restored in",
      "revert",
      "reverting",
    ],
  },
];

/** A length beside such words is how long users do without. */
export const OUTAGE_WORDS: readonly WordRow<"outage">[] = [
  {
    meaning: "outage",
    zh: ["停机", "停服", "停诊", "暂停", "中断", "停多久", "不可用", "预计影响"],
    en: ["downtime", "outage", "unavailable", "offline", "closed for", "down for", "interruption", "interrupted for"],
  },
];

/** Words for figures in front of a unit: "ten minutes". */
export const NUMBER_WORDS: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twelve: 12,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  forty: 40,
  "forty-five": 45,
  sixty: 60,
  ninety: 90,
};

export const HAN_NUMBERS: Readonly<Record<string, number>> = {
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  十: 10,
};
