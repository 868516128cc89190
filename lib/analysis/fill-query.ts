/** What stands in a plan's queries: the version that is asked for, the one it is compared with, and the span of time. */
export type QueryValues = { version: string; baseline: string; windowS: number };

/** Between the quotes of PromQL nothing may end the string. */
function quoted(text: string): string {
  return text.replace(/[\\"'`\n]/gu, (character) => (character === "\n" ? "\\n" : `\\${character}`));
}

/** The query with `{{version}}`, `{{baseline}}` and `{{window}}` (whole seconds) filled in; other placeholders stay as written. */
export function fillQuery(query: string, { version, baseline, windowS }: QueryValues): string {
  return query
    .replaceAll(/\{\{\s*version\s*\}\}/gu, () => quoted(version))
    .replaceAll(/\{\{\s*baseline\s*\}\}/gu, () => quoted(baseline))
    .replaceAll(/\{\{\s*window\s*\}\}/gu, () => `${Math.round(windowS)}s`);
}
