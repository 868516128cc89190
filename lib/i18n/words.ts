import type { Catalogue } from "./messages";

/** Sentences by dotted key, ready to be sent to a page that has no message library. */
export type Words = Record<string, string>;

/** A catalogue as one flat record, keys joined by dots under `prefix`. */
export function flattenWords(catalogue: Catalogue, prefix = ""): Words {
  const words: Words = {};
  for (const [key, value] of Object.entries(catalogue)) {
    if (typeof value === "string") words[`${prefix}${key}`] = value;
    else Object.assign(words, flattenWords(value, `${prefix}${key}.`));
  }
  return words;
}

/** The template with every `{name}` replaced; a name without a value stays readable rather than vanish. */
export function fill(template: string, values: Record<string, string | number>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
