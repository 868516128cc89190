import type { Lines } from "@/lib/domain/plan/plan";
import { type CommandStep, commandLines, loopsOf, stepsOf, valuesOf } from "../commands/command-lines";
import { type LintRule, type LintSubject, noticed } from "../lint-rule";
import { DUMP_PROGRAMS, RESTORE_PROGRAMS } from "../words/databases";

const option = /(?:^|\s)(?:-d|--dbname|--db|--database)(?:\s+|=)["']?([^\s"']+)/;

/** A database named last on the line, as pg_dump and mysqldump take it. */
function lastArgument(text: string): string | null {
  const words = text
    .replace(/\s+[|>&].*$/, "")
    .trim()
    .split(/\s+/);
  const [last, before] = [words.at(-1) ?? "", words.at(-2) ?? ""];
  if (words.length < 2 || /^-|[./]/.test(last)) return null;
  return before.startsWith("-") && !before.includes("=") ? null : last;
}

type Named = { databases: string[]; lines: Lines[] };

function databasesIn(subject: LintSubject, steps: readonly CommandStep[], programs: readonly string[]): Named {
  const program = new RegExp(`\\b(?:${programs.join("|")})\\b`);
  const found: Named = { databases: [], lines: [] };
  for (const step of steps) {
    const lines = commandLines(subject, step);
    const loops = loopsOf(lines.map(({ text }) => text));
    for (const { text, lines: place } of lines.filter((line) => program.test(line.text))) {
      const dumps = DUMP_PROGRAMS.some((name) => text.includes(name));
      const named = option.exec(text)?.[1] ?? (dumps ? lastArgument(text) : null);
      if (named === null || named === undefined) continue;
      found.databases.push(...valuesOf(named, loops));
      found.lines.push(place);
    }
  }
  return { ...found, databases: [...new Set(found.databases)] };
}

/** Databases that are saved before the release and that the rollback's scripts leave out. */
export const databasesCovered: LintRule = (subject) => {
  const saved = databasesIn(subject, stepsOf(subject.plan, ["step"]), DUMP_PROGRAMS);
  const back = databasesIn(subject, stepsOf(subject.plan, ["rollback"]), [...RESTORE_PROGRAMS, ...DUMP_PROGRAMS]);
  const missing = saved.databases.filter((name) => !back.databases.includes(name));
  const [first, ...others] = back.lines;
  if (first === undefined || missing.length === 0 || missing.length === saved.databases.length) return [];
  const covered = saved.databases.length - missing.length;
  const facts = { covered, all: saved.databases.length, missing: missing.join(", ") };
  return [noticed("rollback-leaves-databases", [first, ...others, ...saved.lines], facts)];
};
