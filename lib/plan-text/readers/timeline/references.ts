import type { StepGroup } from "@/lib/domain/plan/plan";
import { comparable } from "../../match-word";

/** "步骤2", "B1", "Step 4.2", "Commands for activity 5.2": a name that only points at a numbered row. */
const reference =
  /^(?:commands? (?:for|of) )?(?:步骤|操作|序号|第|step|no\.?|item|row|task|activity|action)?\s*#?([a-z]{0,2}\d+(?:\.\d+)*)\s*步?的?(?:命令|操作)?$/i;

/** What a document counts something by, where a text says nothing else. */
function referenceIn(text: string): string | null {
  return reference.exec(comparable(text).replace(/\s*[:：]$/, ""))?.[1] ?? null;
}

type Row = { number: string; name: string; startText: string };

/** The name of the row that a text points at by number or by time; the text itself when it says more or points nowhere. */
function resolve(text: string, rows: readonly Row[]): string {
  const number = referenceIn(text);
  const wanted = comparable(text);
  const row =
    rows.find((one) => number !== null && comparable(one.number) === number) ??
    rows.find(({ startText }) => startText !== "" && comparable(startText) === wanted);
  return row?.name ?? text;
}

/** Steps that a document names by the rows of its timeline, by what these rows are called. */
export function nameByRows(groups: readonly StepGroup[], rows: readonly Row[]): StepGroup[] {
  return groups.map((group) => ({
    ...group,
    name: resolve(group.name, rows),
    steps: group.steps.map((step) => ({ ...step, name: resolve(step.name, rows) })),
  }));
}
