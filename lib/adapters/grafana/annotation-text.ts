const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const LINE_MAX = 500;

function escaped(text: string): string {
  return text.replace(/[&<>"']/gu, (sign) => ENTITIES[sign] ?? sign);
}

/** Grafana shows an annotation's text as HTML: what people wrote must stay text. */
export function annotationText(lines: readonly string[], link: string): string {
  const shown = lines.filter((line) => line !== "").map((line) => escaped(line.slice(0, LINE_MAX)));
  return [...shown, `<a href="${escaped(link)}">Holdpoint</a>`].join("\n");
}
