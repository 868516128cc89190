/** A text without what only draws it: width, case, emphasis, dashes and spaces. */
function bare(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[‐‑‒–—―〜~]/gu, "-")
    .replace(/[\s*`]/gu, "");
}

/** The same words, however they are drawn. */
export function sameText(one: string, other: string): boolean {
  return bare(one) === bare(other);
}

/** Whether the text holds these words, however they are drawn. */
export function holdsText(text: string, words: string): boolean {
  return bare(text).includes(bare(words));
}

function pairs(text: string): Set<string> {
  const letters = Array.from(bare(text));
  return new Set(letters.map((letter, index) => letter + (letters[index + 1] ?? "")));
}

/** The text that comes nearest to these words; empty when none shares anything with them. */
export function nearestText(texts: readonly string[], words: string): string {
  const wanted = pairs(words);
  const likeness = (text: string) => {
    const given = pairs(text);
    const shared = [...given].filter((pair) => wanted.has(pair)).length;
    return (2 * shared) / Math.max(1, given.size + wanted.size);
  };
  const ranked = texts.map((text) => ({ text, like: likeness(text) })).sort((a, b) => b.like - a.like);
  const [best] = ranked;
  return best === undefined || best.like === 0 ? "" : best.text;
}
