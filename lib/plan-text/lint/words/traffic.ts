/** Ways to write requests a second, as parts of a regular expression; longer before what they contain. */
export const TRAFFIC_UNITS: readonly string[] = [
  "requests? (?:per|a) second",
  "requests?/s(?:ec(?:ond)?)?",
  "reqs?/s(?:ec)?",
  "rps\\b",
  "qps\\b",
  "请求/秒",
  "次/秒",
  "次请求每秒",
];
