/** Stands in the text where a placeholder was the whole value: asked for by the document, yet not there. */
export const ABSENT = "\uE000";

/** A text without the mark of what is absent. */
export function withoutAbsent(text: string): string {
  return text.includes(ABSENT) ? text.replaceAll(ABSENT, "").trim() : text;
}
