import { type Bound, type Figure, isMet, type Report, type Spread, type Standing, verdictOf } from "./figures";

function number(value: number): string {
  if (Number.isNaN(value)) return "?";
  if (Number.isInteger(value)) return String(value);
  return value >= 100 ? value.toFixed(0) : value.toFixed(2);
}

function spread({ median, min, max }: Spread, unit: string): string {
  const range = min === max ? "" : ` (${number(min)}–${number(max)})`;
  return `${number(median)} ${unit}`.trimEnd() + range;
}

function bound({ is, bound }: Bound, unit: string): string {
  return `${is === "at most" ? "≤" : "≥"} ${number(bound)} ${unit}`.trimEnd();
}

function middle(standing: Standing, key: "cpuMs" | "p50Ms" | "p99Ms"): string {
  const values = standing.passes.map((pass) => pass[key]).toSorted((a, b) => a - b);
  const value = values[Math.floor(values.length / 2)] ?? Number.NaN;
  return (Number.isNaN(value) ? "–" : value.toFixed(3)).padStart(10);
}

function figureLine(report: Report, figure: Figure): string {
  const { what, unit, value, must, moonshot } = figure;
  const verdict = verdictOf(report, figure);
  const beyond =
    moonshot !== undefined && verdict !== "VOID" && isMet(value.median, moonshot) ? ", moonshot reached" : "";
  const judged = must === undefined ? beyond.slice(2) : `must ${bound(must, unit)}: ${verdict}${beyond}`;
  return `    ${what.padEnd(56)} ${spread(value, unit).padEnd(26)} ${judged}`.trimEnd();
}

/** One workload as lines for the screen: who took how long, the figures with what they must be, and how far they can be told apart. */
export function showReport(report: Report): string {
  const { id, title, standings, figures, noise, faults, notes } = report;
  const lines = [`${id}  ${title}`];
  if (standings.length > 0) {
    lines.push(
      `    ${"ms an operation".padEnd(26)}${"processor".padStart(10)}${"p50".padStart(10)}${"p99".padStart(10)}`,
    );
    for (const standing of standings) {
      const columns = middle(standing, "cpuMs") + middle(standing, "p50Ms") + middle(standing, "p99Ms");
      lines.push(`    ${standing.name.padEnd(26)}${columns}`);
    }
  }
  for (const figure of figures) lines.push(figureLine(report, figure));
  if (noise !== undefined) lines.push(`    ${"noise: the first peer against itself".padEnd(56)} ${spread(noise, "×")}`);
  for (const note of notes) lines.push(`    ${note}`);
  for (const fault of [...new Set(faults)].slice(0, 5)) lines.push(`    WRONG: ${fault}`);
  return `${lines.join("\n")}\n`;
}

/** The last lines: what must be so and is not. */
export function showSummary(reports: readonly Report[]): { text: string; missed: number } {
  const judged = reports.flatMap((report) =>
    report.figures.flatMap((figure) => {
      const verdict = verdictOf(report, figure);
      return verdict === "shown" ? [] : [{ line: `${report.id} ${figure.what}`, verdict }];
    }),
  );
  const bad = judged.filter(({ verdict }) => verdict !== "MET");
  const lines = [`${judged.length - bad.length} of ${judged.length} musts MET`];
  for (const { line, verdict } of bad) lines.push(`  ${verdict}  ${line}`);
  return { text: `${lines.join("\n")}\n`, missed: bad.length };
}
