import type { Lines, Plan } from "./plan";
import { type PlanPart, type PlanRow, planRows } from "./plan-parts";

export type FieldChange = { field: string; before: string; after: string };

/** One thing that is not the same in two versions. `lines` are those of the later version, of the earlier when it went. */
export type PlanChange = {
  part: PlanPart;
  kind: "added" | "removed" | "changed";
  name: string;
  fields: FieldChange[];
  lines: Lines;
};

function changedFields(before: PlanRow, after: PlanRow): FieldChange[] {
  const renamed = before.name === after.name ? [] : [{ field: "name", before: before.name, after: after.name }];
  const fields = [...new Set([...Object.keys(before.fields), ...Object.keys(after.fields)])];
  const changed = fields
    .map((field) => ({ field, before: before.fields[field] ?? "", after: after.fields[field] ?? "" }))
    .filter((change) => change.before !== change.after);
  return [...renamed, ...changed];
}

/** Takes out of both lists what belongs together by `key`, each row once. */
function pairBy(before: PlanRow[], after: PlanRow[], key: (row: PlanRow) => string) {
  const waiting = [...before];
  const pairs: { before: PlanRow; after: PlanRow }[] = [];
  const alone: PlanRow[] = [];
  for (const row of after) {
    const index = waiting.findIndex((one) => key(one) === key(row));
    const [partner] = index < 0 ? [] : waiting.splice(index, 1);
    if (partner === undefined) alone.push(row);
    else pairs.push({ before: partner, after: row });
  }
  return { pairs, before: waiting, after: alone };
}

/** What is the same thing in both versions: unchanged first, then by name, then by place, which finds what was renamed. */
function match(before: PlanRow[], after: PlanRow[]) {
  const whole = pairBy(before, after, (row) => JSON.stringify([row.name, row.fields]));
  const named = pairBy(whole.before, whole.after, (row) => row.name);
  const placed = pairBy(named.before, named.after, (row) => row.place);
  return { pairs: [...named.pairs, ...placed.pairs], gone: placed.before, come: placed.after };
}

/** What changed from one plan to another: stages, items, steps, people and everything else, in the order of the later plan. */
export function comparePlans(before: Plan, after: Plan): PlanChange[] {
  const earlier = planRows(before);
  const later = planRows(after);
  const parts = [...new Set([...later, ...earlier].map((row) => row.part))];
  return parts.flatMap((part) => {
    const of = (rows: PlanRow[]) => rows.filter((row) => row.part === part);
    const { pairs, gone, come } = match(of(earlier), of(later));
    const changed = pairs.map(({ before: from, after: to }): PlanChange => {
      return { part, kind: "changed", name: to.name, fields: changedFields(from, to), lines: to.lines };
    });
    const added = come.map(({ name, lines }): PlanChange => ({ part, kind: "added", name, fields: [], lines }));
    const removed = gone.map(({ name, lines }): PlanChange => ({ part, kind: "removed", name, fields: [], lines }));
    const inOrder = [...changed, ...added].toSorted((one, other) => one.lines.from - other.lines.from);
    return [...inOrder, ...removed];
  });
}
