import type { ProposedChange } from "@/lib/domain/plan/finding";
import type { Lines } from "@/lib/domain/plan/plan";
import { linesChanged } from "../lines-changed";
import { type LintRule, noticed } from "../lint-rule";
import { SECRET_SHAPES } from "../words/secrets";
import { commandLines, stepsOf } from "./command-lines";

/** A variable, a placeholder or stars: nothing that anybody could use. */
const harmless =
  /^["']?(?:\$|<|\{|\*|%|x{3,}|\.{3}|_{3,}|your|changeme|example|redacted|(?:true|false|null|none)$|（|【|「)/i;

function insideSingleQuotes(text: string, at: number): boolean {
  return (text.slice(0, at).match(/'/g)?.length ?? 0) % 2 === 1;
}

/** A variable in place of the secret; none inside single quotes, where a shell would not fill it in. */
function withVariable(lines: readonly string[], place: Lines, secret: string, name: string): ProposedChange | null {
  const text = lines[place.from - 1] ?? "";
  const at = text.lastIndexOf(secret);
  if (at < 0 || insideSingleQuotes(text, at)) return null;
  return linesChanged(lines, place, (line) => `${line.slice(0, at)}\${${name}}${line.slice(at + secret.length)}`);
}

/** Passwords, tokens and keys in plain text. The finding says where they are and never what they are. */
export const secretInCommand: LintRule = (subject) =>
  stepsOf(subject.plan).flatMap((step) =>
    commandLines(subject, step).flatMap(({ text, lines }) =>
      SECRET_SHAPES.flatMap(({ kind, variable, shape }) => {
        const secret = shape.exec(text)?.groups?.["secret"];
        if (secret === undefined || harmless.test(secret)) return [];
        const change = withVariable(subject.lines, lines, secret, variable);
        return [noticed("secret-in-command", [lines], { step: step.name, kind, variable }, change)];
      }).slice(0, 1),
    ),
  );
