import { linesChanged } from "../lines-changed";
import { type LintRule, noticed } from "../lint-rule";
import { DESKTOP_PROGRAMS, EDITORS, ENDLESS_SHAPES } from "../words/programs";
import { commandLines, isShell, stepsOf } from "./command-lines";

const atStart = (programs: readonly string[]) => new RegExp(`^\\s*(?:sudo\\s+)?(${programs.join("|")})(?=\\s|$)`);

/** Commands that open a window or an editor: a server has no screen, and a runner no hands. */
export const needsDesk: LintRule = (subject) =>
  stepsOf(subject.plan).flatMap((step) =>
    commandLines(subject, step).flatMap(({ text, lines }) => {
      const desktop = atStart(DESKTOP_PROGRAMS).exec(text);
      const editor = atStart(EDITORS).exec(text);
      const program = desktop?.[1] ?? editor?.[1];
      if (program === undefined) return [];
      const own = subject.plan.language === "zh" ? "# 在自己的电脑上打开:" : "# Open on your own computer:";
      const change =
        desktop === null ? null : linesChanged(subject.lines, lines, (line) => line.replace(/\S+(?=\s|$)/, own));
      return [noticed("needs-a-desk", [lines], { step: step.name, program }, change)];
    }),
  );

/** Commands that go on until somebody stops them: the step never ends by itself. */
export const neverEnds: LintRule = (subject) =>
  stepsOf(subject.plan).flatMap((step) =>
    commandLines(subject, step)
      .filter(({ text }) => ENDLESS_SHAPES.some((shape) => shape.test(text)))
      .map(({ text, lines }) =>
        noticed("command-never-ends", [lines], { step: step.name, program: text.trim().split(/\s+/)[0] ?? "" }),
      ),
  );

const opens =
  /^\s*(?!(?:if|for|while|until|case|function|do|then|else)\b)[a-z_]+(?:\s+[\w./~*^$=:-]+)*\s*\{\s*(?:#.*)?$/i;

/** The text of a configuration file among the commands: a shell takes its first word for a program. */
export const configInCommands: LintRule = (subject) =>
  stepsOf(subject.plan)
    .filter((step) => isShell(step) && !step.commands.includes("<<"))
    .flatMap((step) => {
      const found = commandLines(subject, step);
      const start = found.findIndex(({ text }) => opens.test(text));
      const end = found.findIndex(({ text }, index) => index > start && /^\s*\}\s*$/.test(text));
      const [first, last] = [found[start], found[end]];
      if (start < 0 || first === undefined || last === undefined) return [];
      const lines = { from: first.lines.from, to: last.lines.to };
      return [
        noticed("config-in-commands", [lines], { step: step.name, word: first.text.trim().split(/\s+/)[0] ?? "" }),
      ];
    });
