import type { Binding } from "@/lib/domain/plan/binding";
import { placeOf, writeArguments } from "@/lib/domain/plan/binding-text";
import { type Chapter, chapterOf, type Writing } from "./chapter";
import { heading, table } from "./nodes";

function row({ plan, phrases }: Writing, { target, work, labels }: Binding): string[] {
  const { bound } = phrases;
  const at = placeOf(plan, target);
  const colon = plan.language === "zh" ? "：" : ": ";
  const named = at === null || at.name === "" ? "" : `${colon}${at.name}`;
  const what = "step" in target ? `${bound[target.kind]} ${at?.place ?? ""}${named}` : bound[target.kind];
  const by = work.kind === "script" ? bound.script : work.name;
  return [what, by, work.kind === "script" ? "" : writeArguments(work.arguments), labels.join(", ")];
}

/** What runners carry out, as a table; commands stay where they stand, at the steps. */
export function bindingsChapter(writing: Writing): Chapter | null {
  const { plan, phrases } = writing;
  const rows = plan.bindings.map((binding) => row(writing, binding));
  return chapterOf(plan.bindings, [heading(2, phrases.bindings), table(phrases.bindingColumns, rows)]);
}
