const number = "\\d+(?:\\.\\d+)?";
const unit =
  "(?:(?:days?|d|hours?|hrs?|h|minutes?|mins?|min|m|seconds?|secs?|s|小时|分钟|分|时|天|秒|周|weeks?|w)(?![a-z]))";
const length = `(?:${number}\\s?${unit}(?:\\s?${number}\\s?${unit})?|\\d{1,3}:\\d{2}|${number})`;
const sign = "(?:\\s?[-+−–±＋－]\\s?)";
const relative = `t(?:${sign}${length}|\\s?[=+]?\\s?0(?!\\d))(?:\\s{0,2}(?:~|-|–|—|to|至|到|→)\\s{0,2}(?:t)?${sign}?${length})?`;
const clockTime =
  "\\d{1,2}(?:[:：]\\d{2}(?:[:：]\\d{2})?(?:\\s?[ap]\\.?m\\.?(?![a-z]))?|\\s?[ap]\\.?m\\.?(?![a-z])|[点时](?:\\d{1,2}分|半)?)";
const zone =
  "(?:\\s?[(（]?(?:utc|gmt|cet|cest|est|edt|pst|pdt|jst|bst|ist|sgt|z)(?:[+-]\\d{1,2}(?::?\\d{2})?)?[)）]?(?![a-z]))?";
const clocks = `(?:约|approx\\.?|around|~|at|from)?\\s?${clockTime}${zone}(?:\\s{0,2}(?:~|-|–|—|to|至|到|→|until)\\s{0,2}(?:次日|\\+1\\s?)?${clockTime}${zone})?`;
const weekday =
  "(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|satur|sun|sat)(?:day)?|周[一二三四五六日天]|星期[一二三四五六日天])";
/** As whole words and never alone: Marius, April and May are people too. */
const month =
  "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?![a-z])\\.?";
const day = `(?:\\d{4}[-/.年]\\d{1,2}[-/.月]\\d{1,2}日?|\\d{1,2}月\\d{1,2}日|day\\s?[-+]?\\d{1,3}|d\\s?[-+]\\s?\\d{1,3}|d-day|d日|第\\s?[\\d一二三四五六七八九十]+\\s?天|发布(?:当|前一|后一)?[日天]|前一[天日]|当[天日]|次日|第二天|(?:\\d{1,2} ${month}(?: \\d{1,2})?|${month} \\d{1,2})(?:,? \\d{4})?)`;
const dated = `(?:${weekday}[,，\\s]*)?${day}(?:\\s?[(（]?${weekday}[)）]?)?(?:[,，\\sT]+${clocks})?`;
const span = `[+]?${number}\\s?${unit}?\\s?(?:-|–|—|~|至|到|to)\\s?${number}\\s?${unit}`;
const offset = `[+]\\s?${length}`;
const before = `${length}\\s?(?:before|after|前|后)(?:\\s(?:the\\s)?(?:release|start|go-live|deploy(?:ment)?|cutover))?`;
const prefixed = `(?:发布|上线|变更|切换)?[前后]\\s?${length}`;
const leading = new RegExp(
  `^[\\s*\\[【(（_\`]{0,6}(${[relative, dated, `(?:${weekday}[,，\\s]*)?${clocks}`, span, offset, before, prefixed].join("|")})[\\s*\\]】)）_\`]{0,6}(?=$|[\\s:：\\-–—|,，.、;；→（(]|\\p{Script=Han})[\\s:：\\-–—|,，.、;；→*]{0,6}`,
  "iu",
);

/** A time in front of a text, taken off it: "T-30m: freeze" → "T-30m" and "freeze"; null when it begins otherwise. */
export function readLeadingTime(text: string): { time: string; rest: string } | null {
  const found = leading.exec(text);
  if (found === null) return null;
  return { time: (found[1] ?? "").trim(), rest: text.slice(found[0].length).trim() };
}
