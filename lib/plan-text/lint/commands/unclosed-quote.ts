import { type LintRule, noticed } from "../lint-rule";
import { isShell, stepsOf } from "./command-lines";

type Open = { mark: string; line: number };

/** What is still open after one more line; a comment's apostrophe opens nothing. */
function after(open: Open | null, text: string, line: number): Open | null {
  let now = open;
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at] ?? "";
    if (char === "\\" && now?.mark !== "'") at += 1;
    else if (now === null && char === "#" && /^$|\s/.test(text[at - 1] ?? "")) return null;
    else if (now === null && (char === "'" || char === '"')) now = { mark: char, line };
    else if (now !== null && char === now.mark) now = null;
  }
  return now;
}

/** The quote or here-document that a text of shell opens and never closes. */
export function unclosedIn(commands: string): Open | null {
  let quote: Open | null = null;
  let heredoc: Open | null = null;
  for (const [line, text] of commands.split("\n").entries()) {
    if (heredoc !== null) {
      if (text.trim() === heredoc.mark) heredoc = null;
      continue;
    }
    const begins = quote === null ? /(?<!<)<<-?\s*(["']?)([A-Za-z_]\w*)\1/.exec(text)?.[2] : undefined;
    if (begins !== undefined) heredoc = { mark: begins, line };
    quote = after(quote, text, line);
  }
  return quote ?? heredoc;
}

/** Commands that a shell would wait for the end of for ever. */
export const unclosedQuote: LintRule = ({ plan, lines }) =>
  stepsOf(plan)
    .filter(isShell)
    .flatMap((step) => {
      const open = unclosedIn(step.commands);
      const text = open === null ? "" : (step.commands.split("\n")[open.line] ?? "").trim();
      if (open === null) return [];
      const offset = lines.slice(step.lines.from - 1, step.lines.to).findIndex((line) => line.trim() === text);
      const at = step.lines.from + Math.max(0, offset);
      return [noticed("unclosed-quote", [{ from: at, to: at }], { step: step.name, mark: open.mark })];
    });
