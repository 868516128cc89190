import type { ReleaseState } from "@/lib/domain/release/state";

/** Parts of states that were written before. A state is never changed in place: the same object is the same text. */
const texts = new WeakMap<object, string>();

function encodePart(part: unknown): string | undefined {
  if (typeof part !== "object" || part === null) return JSON.stringify(part);
  const known = texts.get(part);
  if (known !== undefined) return known;
  const text = JSON.stringify(part);
  texts.set(part, text);
  return text;
}

/** The state as JSON. One event changes few of its parts, and the checklist is more than half of it: what stayed is not encoded again. */
export function encodeState(state: ReleaseState): string {
  const fields = Object.entries(state).flatMap(([name, part]) => {
    const text = encodePart(part);
    return text === undefined ? [] : [`${JSON.stringify(name)}:${text}`];
  });
  return `{${fields.join(",")}}`;
}
