type Quote = "'" | '"' | null;

/** The quote that is open after a line of shell, given the one open before it. A comment's apostrophe opens nothing. */
function quoteAfter(line: string, before: Quote): Quote {
  let open = before;
  for (let at = 0; at < line.length; at += 1) {
    const char = line[at];
    if (char === "\\" && open !== "'") at += 1;
    else if (open === null && char === "#" && /^$|\s/.test(line[at - 1] ?? "")) return null;
    else if (open === null && (char === "'" || char === '"')) open = char;
    else if (char === open) open = null;
  }
  return open;
}

const opens = /^\s*(?:for|while|until|if|case|select)\b|(?:\{|\()\s*(?:#.*)?$/;
const closes = /^\s*(?:done|fi|esac|\}|\))/;
const heredoc = /<<-?\s*(["']?)([A-Za-z_]\w*)\1/;

/** Whether a bracket or keyword block that begins on a line also ends there: `for … done`. */
function depthChange(line: string): number {
  const oneLiner = /\b(?:done|fi|esac)\b/.test(line) && opens.test(line);
  if (oneLiner || line.trimStart().startsWith("#")) return 0;
  return (opens.test(line) ? 1 : 0) - (closes.test(line) ? 1 : 0);
}

function scan(lines: readonly string[]): { outside: boolean[]; balanced: boolean } {
  const outside: boolean[] = [];
  let quote: Quote = null;
  let depth = 0;
  let until: string | null = null;
  let continued = false;
  for (const line of lines) {
    outside.push(quote === null && depth === 0 && until === null && !continued);
    if (until !== null) {
      if (line.trim() === until) until = null;
      continue;
    }
    if (quote === null) {
      until = heredoc.exec(line)?.[2] ?? null;
      depth = Math.max(0, depth + depthChange(line));
    }
    quote = quoteAfter(line, quote);
    continued = line.endsWith("\\");
  }
  return { outside, balanced: quote === null && depth === 0 && until === null };
}

/**
 * For each line of a shell text whether it begins outside quotes, here-documents, loops and braces, so that a `#` there is a
 * comment of its own. A text that never closes what it opened cannot be judged: then every line counts as outside.
 */
export function outsideConstructs(lines: readonly string[]): boolean[] {
  const { outside, balanced } = scan(lines);
  return balanced ? outside : lines.map(() => true);
}
