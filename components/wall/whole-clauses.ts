/** About how wide a text is in heights of its letters: a CJK character is one, others are about half of that. */
function widthOf(text: string): number {
  return [...text].reduce((sum, letter) => sum + ((letter.codePointAt(0) ?? 0) > 0x2e80 ? 1 : 0.53), 0);
}

/** As much of a sentence as finds room, in whole clauses: from across the room an end that is cut off reads like a riddle. */
export function wholeClauses(sentence: string, room: number): string {
  if (widthOf(sentence) <= room) return sentence;
  const end = Math.max(sentence.lastIndexOf("; "), sentence.lastIndexOf("；"));
  return end <= 0 ? sentence : wholeClauses(sentence.slice(0, end), room);
}
