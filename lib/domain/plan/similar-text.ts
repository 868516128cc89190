function pairsOf(text: string): string[] {
  const letters = [...text.toLowerCase().replace(/\s+/g, "")];
  return letters.slice(1).map((letter, index) => `${letters[index]}${letter}`);
}

/** How alike two texts are, from 0 to 1: the share of neighbouring letters that they have in common (Dice 1945). */
export function similarity(one: string, other: string): number {
  const pairs = pairsOf(one);
  const waiting = pairsOf(other);
  const total = pairs.length + waiting.length;
  if (total === 0) return one === other ? 1 : 0;
  let common = 0;
  for (const pair of pairs) {
    const index = waiting.indexOf(pair);
    if (index < 0) continue;
    waiting.splice(index, 1);
    common += 1;
  }
  return (2 * common) / total;
}
