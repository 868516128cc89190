const fence = /^\s{0,3}(```|~~~)/;

/**
 * The source as the parser gets it: LF ends, no byte order mark, and tables drawn with ｜ as tables. Lines and columns stay
 * where they were, code is left alone.
 */
export function normaliseSource(source: string): string {
  const text = source.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  if (!text.includes("｜")) return text;
  let code = false;
  return text
    .split("\n")
    .map((line) => {
      if (fence.test(line)) code = !code;
      return !code && /^\s*[｜|]/.test(line) ? line.replaceAll("｜", "|") : line;
    })
    .join("\n");
}

/** Chinese when at least one character in ten of its words is. */
export function languageOf(source: string): "zh" | "en" {
  const prose = source.replace(/^(`{3,}|~{3,})[\s\S]*?^\1/gm, "");
  const han = prose.match(/\p{Script=Han}/gu)?.length ?? 0;
  const latin = prose.match(/[a-z]/gi)?.length ?? 0;
  return han > 0 && han * 9 >= latin ? "zh" : "en";
}
