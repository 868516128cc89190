import type { Followup, RollbackProcedure, RollbackStep } from "@/lib/domain/plan/plan";
import { readMinutes } from "../durations";
import { isList, itemText, linesOf, spanning, subItems } from "../markdown/node-text";
import { type Section, sectionLines, withDescendants } from "../markdown/outline";
import { workItems } from "../markdown/work-items";
import { comparable } from "../match-word";
import { claim, type Reading, takeCode } from "../reading";
import { splitProcedure } from "../split-commands";
import { ROLES } from "../words/roles";

/** The role that a step's words begin with: "发布经理宣布回滚决策". */
function leadingRole(reading: Reading, name: string): RollbackStep["owners"] {
  const wanted = comparable(name);
  const words = ROLES.flatMap((row) => [...row.zh, ...row.en]).sort((a, b) => b.length - a.length);
  const word = words.find(
    (candidate) => wanted.startsWith(candidate) && !/^[a-z]/.test(wanted.slice(candidate.length)),
  );
  return word === undefined ? [] : [reading.roles.role(name.slice(0, word.length))];
}

function stepsOf(reading: Reading, section: Section): Pick<RollbackProcedure, "block" | "steps"> {
  const [block, ...more] = takeCode(reading, section.blocks);
  const pieces = [...(block === undefined ? [] : [block]), ...more].flatMap(splitProcedure);
  const coded = pieces.map((piece) => ({ ...piece, name: piece.name ?? section.name }));
  const lists = section.blocks.filter(isList);
  claim(reading, lists);
  const listed = workItems(lists);
  const steps = [...coded, ...listed].map(
    ({ name, commands, lines }, index): RollbackStep => ({
      id: `rollback-step:${index + 1}`,
      name,
      commands,
      owners: leadingRole(reading, name),
      lines,
    }),
  );
  return { block: block ?? null, steps };
}

/** The rollback procedure: the first place under its heading that has commands or a list. */
export function readProcedure(reading: Reading, sections: readonly Section[]): RollbackProcedure | null {
  for (const section of sections) {
    const { block, steps } = stepsOf(reading, section);
    if (steps.length === 0) continue;
    reading.namedSections.add(section);
    return { targetMin: readMinutes(section.name), block, steps, lines: sectionLines({ ...section, children: [] }) };
  }
  return null;
}

const dueAt = /\s*[（(]\s*([^（()）]*?)\s*[)）]\s*$/;

/** What has to be done after a rollback, with the deadline in brackets: "根因分析（24小时内）". */
export function readFollowups(reading: Reading, sections: readonly Section[]): Followup[] {
  const lists = sections.flatMap(withDescendants).flatMap((section) => section.blocks.filter(isList));
  claim(reading, lists);
  return lists
    .flatMap((list) => list.children)
    .map((item, index) => {
      const { text } = itemText(item);
      const due = dueAt.exec(text);
      const dueText = due?.[1] ?? "";
      return {
        id: `followup:${index + 1}`,
        name: due === null ? text : text.replace(dueAt, ""),
        dueMin: readMinutes(dueText) ?? readMinutes(text),
        dueText,
        tasks: subItems(item),
        lines: spanning([linesOf(item)]),
      };
    });
}
