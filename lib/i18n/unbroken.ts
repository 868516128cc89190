/** A figure and its sign stay on one line: `0.8 %`, `340 : 1`. */
export function unbroken(sentence: string): string {
  return sentence.replace(/(?<=\d) (?=[%‰])/gu, "\u00a0").replace(/(?<=\d) : (?=\d)/gu, "\u00a0:\u00a0");
}
