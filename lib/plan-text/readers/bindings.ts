import type { RootContent } from "mdast";
import { type Binding, type BindingTarget, type BoundWork, targetKey } from "@/lib/domain/plan/binding";
import { readArguments } from "@/lib/domain/plan/binding-text";
import type { RollbackProcedure, StepGroup } from "@/lib/domain/plan/plan";
import { finding } from "../findings";
import { excerpt } from "../lost-part";
import { type Section, withDescendants } from "../markdown/outline";
import { type ReadTable, readTable } from "../markdown/tables";
import { comparable, exactMeaning, leadingMeaning } from "../match-word";
import { claim, type Reading } from "../reading";
import { BINDING_COLUMNS, BINDING_TARGETS, type BindingColumn, OWN_COMMANDS } from "../words/bindings";

type Work = { stepGroups: readonly StepGroup[]; rollback: RollbackProcedure | null };

/** "2.1" and "3" behind the word; what follows it repeats the name. */
const numbered = /(\d+)(?:\.(\d+))?(?=\s*(?:[:：.、—–-]|$))/;

function stepAt({ stepGroups, rollback }: Work, isBack: boolean, text: string): BindingTarget | null {
  const [, first, second] = numbered.exec(text) ?? [];
  if (isBack) {
    const step = rollback?.steps[Number(first) - 1];
    return step === undefined ? null : { kind: "rollback_step", step: step.id };
  }
  const step = second === undefined ? undefined : stepGroups[Number(first) - 1]?.steps[Number(second) - 1];
  return step === undefined ? null : { kind: "step", step: step.id };
}

/** A step by its own name, where that is all that stands there. */
function stepNamed({ stepGroups, rollback }: Work, text: string): BindingTarget | null {
  const isNamed = ({ name }: { name: string }) => comparable(name) === comparable(text);
  const step = stepGroups.flatMap(({ steps }) => steps).find(isNamed);
  if (step !== undefined) return { kind: "step", step: step.id };
  const back = rollback?.steps.find(isNamed);
  return back === undefined ? null : { kind: "rollback_step", step: back.id };
}

function targetOf(work: Work, text: string): BindingTarget | null {
  const word = leadingMeaning(text, BINDING_TARGETS) ?? exactMeaning(text, BINDING_TARGETS);
  const named = stepNamed(work, text);
  if (named !== null || word === null) return named;
  if (word === "traffic" || word === "drill") return { kind: word };
  return stepAt(work, word === "rollback_step", text);
}

function workOf(action: string, given: string): BoundWork | null {
  if (action === "") return null;
  if (exactMeaning(action, OWN_COMMANDS) !== null) return { kind: "script" };
  return { kind: "action", name: action, arguments: readArguments(given) };
}

function columnsOf({ headers }: ReadTable): Record<BindingColumn, number> {
  const found = headers.map((header) => exactMeaning(header, BINDING_COLUMNS));
  const of = (column: BindingColumn) => found.indexOf(column);
  return { target: of("target"), action: of("action"), arguments: of("arguments"), labels: of("labels") };
}

function isBindingTable(block: RootContent): boolean {
  if (block.type !== "table") return false;
  const { target, action } = columnsOf(readTable(block));
  return target >= 0 && action >= 0;
}

/** What runners carry out: a row for each step, the traffic and the drill. A row that names nothing of the plan becomes a finding. */
export function readBindings(reading: Reading, chapters: readonly Section[], work: Work): Binding[] {
  const bindings: Binding[] = [];
  for (const block of chapters.flatMap(withDescendants).flatMap(({ blocks }) => blocks)) {
    if (block.type !== "table" || !isBindingTable(block)) continue;
    claim(reading, [block]);
    const table = readTable(block);
    const columns = columnsOf(table);
    for (const { cells, lines } of table.rows) {
      const cell = (column: BindingColumn) => cells[columns[column]] ?? "";
      const target = targetOf(work, cell("target"));
      const bound = workOf(cell("action"), cell("arguments"));
      const isFirst = target !== null && bindings.every((one) => targetKey(one.target) !== targetKey(target));
      if (target !== null && bound !== null && isFirst) {
        const labels = cell("labels").split(/\s*[,，、]\s*/);
        bindings.push({ target, work: bound, labels: labels.filter((label) => label !== ""), lines });
      } else reading.findings.push(finding("binding-unknown", lines, { text: excerpt(cells.join(" | ")) }));
    }
  }
  return bindings;
}
