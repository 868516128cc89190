/** IANA zone of the ways in which plans name one. Looked for in this order. */
export const TIME_ZONES: readonly { zone: string; words: readonly string[] }[] = [
  { zone: "Asia/Shanghai", words: ["asia/shanghai", "北京时间", "中国标准时间", "utc+8", "gmt+8", "utc+08:00"] },
  { zone: "Europe/London", words: ["europe/london"] },
  { zone: "Europe/Berlin", words: ["europe/berlin", "cet", "cest"] },
  { zone: "America/New_York", words: ["america/new_york", "est", "edt", "eastern time"] },
  { zone: "America/Los_Angeles", words: ["america/los_angeles", "pst", "pdt", "pacific time"] },
  { zone: "Asia/Tokyo", words: ["asia/tokyo", "jst"] },
  { zone: "Asia/Singapore", words: ["asia/singapore", "sgt"] },
  { zone: "UTC", words: ["utc", "gmt", "zulu"] },
];

/** Where a plan in this language is read when it names no zone. */
export const DEFAULT_ZONES = { zh: "Asia/Shanghai", en: "UTC" } as const;
