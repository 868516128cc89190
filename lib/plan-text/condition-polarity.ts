import { readCriterion } from "./criterion-text";
import { findMeaning } from "./match-word";
import { POLARITIES } from "./words/polarity";

type Polarity = "trouble" | "health";

/** "No lost purchase" and "没有投诉" speak of trouble that is not there. */
const denies = /^(?:没有|无|零|no |not a |zero |none )/i;

/** A condition's words weigh more than its sign: "success rate > 99 %" has none, "more than 2 % fail" has them. */
function polarityOf(text: string): Polarity | null {
  const { comparator } = readCriterion(text);
  if (/[>＞]|^[^<≤]*≥\s*\d+\s*[次起例]/.test(text)) return "trouble";
  if (/[<＜≤≥]/.test(text)) return "health";
  if (denies.test(text)) return "health";
  const said = findMeaning(text, POLARITIES);
  if (said !== null) return said;
  return comparator === ">" ? "trouble" : comparator === "<" || comparator === "<=" ? "health" : null;
}

/** What a list of conditions is for by what most of them say; null when most of them are no conditions. */
export function polarityOfAll(texts: readonly string[]): Polarity | null {
  const found = texts.map(polarityOf);
  const count = (wanted: Polarity) => found.filter((one) => one === wanted).length;
  const wanted = count("trouble") > count("health") ? "trouble" : "health";
  const measured = texts.some((text) => readCriterion(text).comparator !== null);
  return measured && count(wanted) * 3 >= texts.length * 2 ? wanted : null;
}
