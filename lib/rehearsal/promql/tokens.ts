import { QueryError } from "./expression";

export type Token = { kind: "word" | "number" | "string" | "duration" | "sign" | "end"; text: string; at: number };

const RULES: [Token["kind"] | "blank", RegExp][] = [
  ["blank", /(?:\s|#[^\n]*)+/y],
  ["duration", /(?:\d+(?:ms|[smhdwy]))+/y],
  ["number", /(?:\d+\.?\d*(?:e[+-]?\d+)?|\.\d+(?:e[+-]?\d+)?)(?![\w])/iy],
  ["word", /[a-zA-Z_:][\w:]*/y],
  ["string", /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/y],
  ["sign", /=~|!~|!=|==|>=|<=|[-+*/%<>={}()[\],]/y],
];

function next(text: string, at: number): { kind: Token["kind"] | "blank"; text: string } | null {
  for (const [kind, rule] of RULES) {
    rule.lastIndex = at;
    const found = rule.exec(text);
    if (found !== null) return { kind, text: found[0] };
  }
  return null;
}

/** The tokens of a query, the last one being its end; throws `QueryError` at what is none. */
export function tokensOf(query: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < query.length) {
    const found = next(query, at);
    if (found === null) throw new QueryError(`parse error: unexpected character at ${at + 1}: "${query[at]}"`);
    if (found.kind !== "blank") tokens.push({ kind: found.kind, text: found.text, at });
    at += found.text.length;
  }
  return [...tokens, { kind: "end", text: "", at }];
}

const UNITS: Record<string, number> = { ms: 0.001, s: 1, m: 60, h: 3600, d: 86_400, w: 604_800, y: 31_536_000 };

/** `1h30m` in seconds. */
export function secondsOf(duration: string): number {
  return [...duration.matchAll(/(\d+)(ms|[smhdwy])/g)].reduce(
    (sum, [, count, unit]) => sum + Number(count) * (UNITS[unit ?? "s"] ?? 1),
    0,
  );
}

/** What stands between the quotes. */
export function unquoted(text: string): string {
  return text.slice(1, -1).replace(/\\(.)/gs, (_, character: string) => (character === "n" ? "\n" : character));
}
