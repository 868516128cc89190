import type { CodeBlock, Lines, Text } from "@/lib/domain/plan/plan";

/** Line numbers as columns. */
export function toLines({ from, to }: Lines): { lineFrom: number; lineTo: number } {
  return { lineFrom: from, lineTo: to };
}

/** Columns as line numbers. */
export function readLines({ lineFrom, lineTo }: { lineFrom: number; lineTo: number }): Lines {
  return { from: lineFrom, to: lineTo };
}

export function toTexts(
  texts: readonly Text[],
): { position: number; text: string; lineFrom: number; lineTo: number }[] {
  return texts.map(({ text, lines }, position) => ({ position, text, ...toLines(lines) }));
}

export function readText({ text, lineFrom, lineTo }: { text: string; lineFrom: number; lineTo: number }): Text {
  return { text, lines: { from: lineFrom, to: lineTo } };
}

type BlockRow = { language: string; text: string; lineFrom: number; lineTo: number };

export function readBlock(row: BlockRow | null): CodeBlock | null {
  return row === null ? null : { language: row.language, text: row.text, lines: readLines(row) };
}

export function rolesIn(rows: { role: string }[]): string[] {
  return rows.map(({ role }) => role);
}
