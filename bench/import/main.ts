// npm run bench:import [-- --misses] [--folder <path>]: reads every document of the corpus, or of a folder with documents and
// expectations that the importer has never seen, and says how much of it was understood. Fails below 97 %.

import type { Severity } from "../../lib/domain/plan/finding";
import { compilePlan } from "../../lib/plan-text/compile-plan";
import { type PlanScore, scorePlan } from "../../lib/plan-text/corpus/score-plan";
import { root } from "../../scripts/build/bundle.mjs";
import { type CorpusDocument, readCorpus, readDocuments } from "./read-corpus";

const floorPercent = 97;
const limitMs = 3_000;

type Row = { document: CorpusDocument; score: PlanScore; coverage: number; findings: string; ms: number };

const foundIn = ({ parts }: PlanScore) => parts.filter(({ found }) => found).length;

function measure(document: CorpusDocument): Row {
  const start = performance.now();
  const reading = compilePlan(document.source);
  const ms = performance.now() - start;
  const count = (severity: Severity) => reading.findings.filter((finding) => finding.severity === severity).length;
  const { accountedFor, nonBlank } = reading.coverage;
  return {
    document,
    score: scorePlan(reading, document.expected, document.source),
    coverage: (100 * accountedFor) / Math.max(1, nonBlank),
    findings: `${count("error")}/${count("warning")}/${count("info")}`,
    ms,
  };
}

function print(cells: readonly string[]): void {
  const [name = "", ...rest] = cells;
  const widths = [8, 6, 9, 7, 9, 8, 10, 9, 7];
  process.stdout.write(`${name.padEnd(26)}${rest.map((cell, index) => cell.padStart(widths[index] ?? 8)).join("")}\n`);
}

function printRow({ document, score, coverage, findings, ms }: Row): void {
  const [expected, found] = [score.parts.length, foundIn(score)];
  print([
    document.name,
    document.expected.language ?? "both",
    `${document.source.trimEnd().split("\n").length}`,
    `${expected}`,
    `${found}`,
    `${((100 * found) / expected).toFixed(1)} %`,
    `${score.surplus.length}`,
    `${coverage.toFixed(1)} %`,
    findings,
    ms.toFixed(0),
  ]);
}

function printMisses({ document, score }: Row): void {
  for (const { part, expected, got } of score.parts.filter(({ found }) => !found)) {
    process.stdout.write(`${document.name} · ${part} · ${expected} · ${got.slice(0, 160)}\n`);
  }
  for (const { part, got } of score.surplus) {
    process.stdout.write(`${document.name} · not in the document: ${part} · ${got.slice(0, 160)}\n`);
  }
}

const folderAt = process.argv.indexOf("--folder");
const folder = folderAt === -1 ? undefined : process.argv[folderAt + 1];
const documents = folder === undefined ? readCorpus(root) : readDocuments(folder);
// The first reading of a process also pays for the compilation of the parser.
for (const { source } of documents.slice(0, 1)) compilePlan(source);
const rows = documents.map(measure);
const columns = ["language", "lines", "expected", "found", "found %", "extra", "coverage", "e/w/i", "ms"];
print(["document", ...columns]);
for (const row of rows) printRow(row);
const expected = rows.reduce((sum, { score }) => sum + score.parts.length, 0);
const found = rows.reduce((sum, { score }) => sum + foundIn(score), 0);
const percent = (100 * found) / expected;
const slowest = Math.max(...rows.map(({ ms }) => ms));
process.stdout.write(
  `\n${rows.length} documents: ${found} of ${expected} parts found, ${percent.toFixed(2)} % (at least ${floorPercent} %); slowest ${slowest.toFixed(0)} ms (at most ${limitMs} ms)\n`,
);
if (process.argv.includes("--misses")) {
  process.stdout.write("\n");
  for (const row of rows) printMisses(row);
}
if (percent < floorPercent || slowest > limitMs) process.exitCode = 1;
