import type { Finding } from "./finding";

/** Facts that say where in the document: they change whenever somebody adds a line above. */
const position = /^lines?$|Lines?$/;
const longest = 120;

/** 32 bits of a text (FNV-1a): tells long texts apart without storing them whole. */
function digest(text: string): string {
  let hash = 0x811c9dc5;
  for (const unit of text) hash = Math.imul(hash ^ (unit.codePointAt(0) ?? 0), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, "0");
}

/** A text without what rewriting leaves behind: full-width forms, spaces, letter case. */
function normalised(value: string | number): string {
  const text = String(value).normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();
  return text.length <= longest ? text : `${[...text].slice(0, longest).join("")}… ${digest(text)}`;
}

/**
 * What makes a finding the same finding after the document was read again: its rule and its facts, never its lines. Other numbers
 * make another finding, so that what was accepted for "100 ms against 200 ms" does not answer for "100 ms against 400 ms".
 */
export function findingKey({ rule, facts }: Pick<Finding, "rule" | "facts">): string {
  const told = Object.entries(facts)
    .filter(([name]) => !position.test(name))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}=${normalised(value)}`);
  return [rule, ...told].join(" | ");
}
