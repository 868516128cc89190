import type { ProposedChange } from "./finding";

/** The document with a proposed change in it; every other line keeps its bytes, line ends included. */
export function applyChange(source: string, { lines: { from, to }, text }: ProposedChange): string {
  const whole = source.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? [];
  const end = /\r\n|\r|\n/.exec(source)?.[0] ?? "\n";
  const before = whole.slice(0, from - 1).join("");
  const after = whole.slice(Math.max(from - 1, to)).join("");
  const opening = before === "" || /[\r\n]$/.test(before) ? "" : end;
  const closing = after === "" && !/[\r\n]$/.test(source) ? "" : end;
  return `${before}${opening}${text.replaceAll("\n", end)}${closing}${after}`;
}
