import { comparable } from "../../match-word";
import { linesChanged } from "../lines-changed";
import { type LintRule, noticed } from "../lint-rule";
import { usesOf } from "./roster";

function cellWith(spelling: string): RegExp {
  const plain = spelling.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`((?:\\||[+,、，/&])\\s*)${plain}(\\s*(?=\\||[+,、，/&]))`, "g");
}

/** A role that work is given to under another name than the roster's: taken as the same, and to be confirmed by a person. */
export const roleSpelling: LintRule = ({ plan, lines }) =>
  plan.roles.flatMap(({ id, name, spellings }) => {
    if (!plan.contacts.some(({ role }) => role === id)) return [];
    const contact = plan.contacts.find(({ role }) => role === id)?.lines;
    const uses = usesOf(plan).filter(({ role }) => role === id);
    return spellings
      .filter((spelling) => comparable(spelling) !== comparable(name))
      .flatMap((spelling) => {
        const at = uses.filter(({ lines: { from } }) => (lines[from - 1] ?? "").search(cellWith(spelling)) >= 0);
        const [first, ...others] = at.map((use) => use.lines);
        if (first === undefined || contact === undefined) return [];
        const rows = new Set(at.map((use) => use.lines.from));
        const span = { from: Math.min(...rows), to: Math.max(...rows) };
        const change = linesChanged(lines, span, (text, line) =>
          rows.has(line) ? text.replace(cellWith(spelling), `$1${name}$2`) : text,
        );
        const facts = { spelling, name, contactLine: contact.from };
        return [noticed("role-spelling-differs", [first, ...others, contact], facts, change)];
      });
  });
