import { comparable } from "../../match-word";
import { textChanged } from "../lines-changed";
import { type LintRule, type LintSubject, noticed } from "../lint-rule";
import { clockAt } from "../plan-times";
import { REPLICA_NAMES, RESTORE_PROGRAMS } from "../words/databases";
import { type CommandLine, commandLines, stepsOf } from "./command-lines";

const restoring = new RegExp(`(?:^|[\\s;&|])(${RESTORE_PROGRAMS.join("|")})\\s`);
const writing =
  /\bpg_restore\b(?!.*(?:\s-l\b|--list\b))|\bmongorestore\b|\b(?:psql|mysql)\b.*(?:\s-f\s|--file[= ]|\s<\s)/;
const host = /\s(?:-h|--host)(?:\s+|=)["']?([\w.-]+)/;

function isReplica(name: string): boolean {
  const parts = comparable(name).split(/[^\p{L}]+/u);
  return parts.some((part) => REPLICA_NAMES.includes(part));
}

/** Writing into a database that only follows another: it is read-only, and if it were not, it would no longer follow. */
export const restoreOntoReplica: LintRule = (subject) =>
  stepsOf(subject.plan).flatMap((step) =>
    commandLines(subject, step).flatMap(({ text, lines }) => {
      const onto = host.exec(text)?.[1];
      const program = restoring.exec(text)?.[1];
      if (onto === undefined || program === undefined || !writing.test(text) || !isReplica(onto)) return [];
      return [noticed("restore-onto-replica", [lines], { step: step.name, program, host: onto })];
    }),
  );

const dated = /["']?([^\s"'=>]*)(\$\(date[^)]*\)|`date[^`]*`)([^\s"']*)/;

type Written = { pattern: RegExp; glob: string; clock: boolean; line: CommandLine; stageStart: string };

/** A file whose name is made from the clock when the command runs. */
function writtenByClock(line: CommandLine, stageStart: string): Written[] {
  const found = line.text.includes("date") ? dated.exec(line.text) : null;
  if (found === null) return [];
  const [, before = "", date = "", after = ""] = found;
  const name = `${before}*${after}`.replace(/\$\{?\w+\}?/g, "*");
  const pattern = new RegExp(`^${name.replace(/[.+?^${}()|[\]\\]/g, "\\$&").replaceAll("*", "[^/]+")}$`);
  const clock = /%[HIMSTsXN]/.test(date) || !date.includes("%");
  return name.replaceAll("*", "").length < 3 ? [] : [{ pattern, glob: name, clock, line, stageStart }];
}

function writtenFiles(subject: LintSubject): Written[] {
  return subject.plan.stepGroups.flatMap((group) => {
    const stage = subject.plan.stages.find(({ stepGroups }) => stepGroups.includes(group.number));
    const start = stage === undefined ? "" : (clockAt(subject.plan, stage.startMin) ?? stage.startText);
    const steps = group.steps.map((step) => ({ ...step, place: "step" as const }));
    return steps.flatMap((step) => commandLines(subject, step)).flatMap((line) => writtenByClock(line, start));
  });
}

/** The newest file that fits the part of the name that is known. */
function newest(file: string): string {
  const known = file.replace(/\d{8}(?:[_-]?\d{4,6})?|\d{4}-\d{2}-\d{2}(?:[T_-]?[\d:-]{4,8})?/, "*");
  return known === file ? "" : `"$(ls -t ${known} | head -1)"`;
}

/** A restore that names a file of which the name was only made when the backup ran. */
export const backupNameUnknown: LintRule = (subject) => {
  const files = writtenFiles(subject).filter(({ clock }) => clock);
  return stepsOf(subject.plan).flatMap((step) =>
    commandLines(subject, step).flatMap(({ text, lines }) => {
      if (!restoring.test(text)) return [];
      const words = text.trim().split(/\s+/);
      const file = words
        .map((word) => word.replace(/^["']|["']$/g, ""))
        .find((word) => files.some(({ pattern }) => pattern.test(word) && !/[$*]/.test(word)));
      const written = files.find(({ pattern }) => file !== undefined && pattern.test(file));
      if (file === undefined || written === undefined) return [];
      const wanted = newest(file);
      const change = wanted === "" ? null : textChanged(subject.lines, lines.from, file, wanted);
      const facts = {
        step: step.name,
        file,
        writtenLine: written.line.lines.from,
        pattern: written.glob,
        start: written.stageStart,
      };
      return [noticed("backup-name-unknown", [lines, written.line.lines], facts, change)];
    }),
  );
};
