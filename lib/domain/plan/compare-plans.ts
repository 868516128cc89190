import type { Lines, Plan } from "./plan";
import { planRows } from "./plan-parts";
import type { PlanPart, PlanRow } from "./plan-row";
import { similarity } from "./similar-text";

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
  const isSame = before.name === after.name || (before.follows === true && after.follows === true);
  const renamed = isSame ? [] : [{ field: "name", before: before.name, after: after.name }];
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

/** From here on a name is the same name, reworded. */
const alike = 0.5;
/** Above so many pairs of names a difference is no rewording any more, and comparing them all would keep a server busy. */
const mostPairs = 10_000;

/** Takes out of both lists what is called nearly the same, the likest first come. */
function pairByLikeness(before: PlanRow[], after: PlanRow[]) {
  if (before.length * after.length > mostPairs) return { pairs: [], before, after };
  const waiting = [...before];
  const pairs: { before: PlanRow; after: PlanRow }[] = [];
  const alone: PlanRow[] = [];
  for (const row of after) {
    const likeness = waiting.map((one) => (one.name === "" ? 0 : similarity(one.name, row.name)));
    const best = Math.max(0, ...likeness);
    const [partner] = best < alike ? [] : waiting.splice(likeness.indexOf(best), 1);
    if (partner === undefined) alone.push(row);
    else pairs.push({ before: partner, after: row });
  }
  return { pairs, before: waiting, after: alone };
}

/** What is the same thing in both versions: unchanged first, then by name, by likeness, and by place, which finds what was renamed. */
function match(before: PlanRow[], after: PlanRow[]) {
  const whole = pairBy(before, after, (row) => JSON.stringify([row.name, row.fields]));
  const named = pairBy(whole.before, whole.after, (row) => row.name);
  const reworded = pairByLikeness(named.before, named.after);
  const placed = pairBy(reworded.before, reworded.after, (row) => row.place);
  return {
    pairs: [...whole.pairs, ...named.pairs, ...reworded.pairs, ...placed.pairs],
    gone: placed.before,
    come: placed.after,
  };
}

/** The places (from 0) of a longest run of numbers that only rise; what stands outside it was moved. */
function risingPlaces(numbers: readonly number[]): Set<number> {
  const best = numbers.map(() => ({ length: 1, before: -1 }));
  for (const [place, number] of numbers.entries()) {
    for (let earlier = 0; earlier < place; earlier += 1) {
      const candidate = best[earlier];
      const own = best[place];
      const rises = (numbers[earlier] ?? 0) < number;
      if (candidate !== undefined && own !== undefined && rises && candidate.length + 1 > own.length) {
        best[place] = { length: candidate.length + 1, before: earlier };
      }
    }
  }
  const longest = Math.max(0, ...best.map(({ length }) => length));
  const places = new Set<number>();
  for (let at = best.findIndex(({ length }) => length === longest); at >= 0; at = best[at]?.before ?? -1)
    places.add(at);
  return places;
}

type Pair = { before: PlanRow; after: PlanRow };

/** What stands before other things than it did, by its row; things that only made room for others are not moved. */
function movesOf(
  pairs: readonly Pair[],
  earlier: readonly PlanRow[],
  later: readonly PlanRow[],
): Map<PlanRow, FieldChange> {
  const inOrder = pairs.toSorted((one, other) => later.indexOf(one.after) - later.indexOf(other.after));
  const from = inOrder.map(({ before }) => earlier.indexOf(before));
  const kept = risingPlaces(from);
  const moved = inOrder.flatMap(({ after }, index): [PlanRow, FieldChange][] => {
    if (kept.has(index)) return [];
    const place = { before: String((from[index] ?? 0) + 1), after: String(later.indexOf(after) + 1) };
    return [[after, { field: "place", ...place }]];
  });
  return new Map(moved);
}

/** What a thing that is new says, as changes from nothing. */
function newFields({ fields }: PlanRow): FieldChange[] {
  return Object.entries(fields).flatMap(([field, after]) => (after === "" ? [] : [{ field, before: "", after }]));
}

/** What changed from one plan to another: stages, items, steps, people and everything else, in the order of the later plan. */
export function comparePlans(before: Plan, after: Plan): PlanChange[] {
  const earlier = planRows(before);
  const later = planRows(after);
  const parts = [...new Set([...later, ...earlier].map((row) => row.part))];
  return parts.flatMap((part) => {
    const of = (rows: PlanRow[]) => rows.filter((row) => row.part === part);
    const { pairs, gone, come } = match(of(earlier), of(later));
    const isOwn = ({ follows }: PlanRow) => follows !== true;
    const moves = movesOf(pairs, of(earlier), of(later));
    const changed = pairs.flatMap(({ before: from, after: to }): PlanChange[] => {
      const moved = isOwn(to) ? [moves.get(to) ?? []].flat() : [];
      const fields = [...changedFields(from, to), ...moved];
      return fields.length === 0 ? [] : [{ part, kind: "changed", name: to.name, fields, lines: to.lines }];
    });
    const added = come.filter(isOwn).map((row): PlanChange => {
      return { part, kind: "added", name: row.name, fields: newFields(row), lines: row.lines };
    });
    const removed = gone
      .filter(isOwn)
      .map(({ name, lines }): PlanChange => ({ part, kind: "removed", name, fields: [], lines }));
    const inOrder = [...changed, ...added].toSorted((one, other) => one.lines.from - other.lines.from);
    return [...inOrder, ...removed];
  });
}
