import type { Fault } from "./fault";
import type { ScriptRow } from "./fault-script";
import type { Mark, ReleaseState } from "./state";
import type { Instant } from "./time";

/** How far a row has come: waiting for its time, injected, over (ended, or replaced by a later fault), or missed: its time was past. */
export type ScriptRowState = ScriptRow & {
  status: "waiting" | "injected" | "over" | "missed";
  injectedAt: Instant | null;
};

/** The script that a rehearsal runs. */
export type ScriptState = Mark & { name: string; rows: ScriptRowState[] };

/** One act of a script whose time is known, in release time. */
export type ScriptDue = { row: number; act: "inject" | "clear"; releaseAt: Instant };

function anchoredAt({ started, stages }: Pick<ReleaseState, "started" | "stages">, { anchor }: ScriptRow, given: Mark) {
  switch (anchor.kind) {
    case "start":
      return started?.releaseAt ?? null;
    case "now":
      return given.releaseAt;
    case "stage":
      return stages[anchor.stage]?.started?.releaseAt ?? null;
  }
}

/** When a row of a script begins, in release time; null as long as what it waits for has not begun. */
export function rowBeginsAt(
  state: Pick<ReleaseState, "started" | "stages">,
  row: ScriptRow,
  given: Mark,
): Instant | null {
  const at = anchoredAt(state, row, given);
  return at === null ? null : at + row.afterMs;
}

/** A script as it begins: rows whose time is past when it is given are missed, not made up for. */
export function scriptGiven(
  state: Pick<ReleaseState, "started" | "stages">,
  mark: Mark,
  { name, rows }: { name: string; rows: readonly ScriptRow[] },
): ScriptState | null {
  if (rows.length === 0) return null;
  const begun = rows.map((row): ScriptRowState => {
    const at = rowBeginsAt(state, row, mark);
    return { ...row, status: at !== null && at < mark.releaseAt ? "missed" : "waiting", injectedAt: null };
  });
  return { ...mark, name, rows: begun };
}

/** A fault was put in, by the row of this number or by a person: what an earlier row had put in is replaced and not ended by it. */
export function scriptAfterInjection(
  script: ScriptState | null,
  { fault, row, at }: { fault: Fault; row: number | null; at: Instant },
): ScriptState | null {
  if (script === null) return null;
  const rows = script.rows.map((own, index): ScriptRowState => {
    if (index === row) return { ...own, status: "injected", injectedAt: at };
    return own.fault === fault && own.status === "injected" ? { ...own, status: "over" } : own;
  });
  return { ...script, rows };
}

/** A fault was taken away, by whomever: its rows have nothing left to end. */
export function scriptAfterClearing(script: ScriptState | null, fault: Fault): ScriptState | null {
  if (script === null) return null;
  const isOver = (own: ScriptRowState) => own.fault === fault && own.status === "injected";
  return { ...script, rows: script.rows.map((own) => (isOver(own) ? { ...own, status: "over" } : own)) };
}

/** What a script has still to do at a known time. */
export function scriptDues(state: Pick<ReleaseState, "started" | "stages" | "script">): ScriptDue[] {
  const { script } = state;
  if (script === null) return [];
  return script.rows.flatMap((own, row): ScriptDue[] => {
    if (own.status === "waiting") {
      const at = rowBeginsAt(state, own, script);
      return at === null ? [] : [{ row, act: "inject", releaseAt: at }];
    }
    const ends = own.status === "injected" && own.injectedAt !== null && own.clearAfterMs !== null;
    return ends ? [{ row, act: "clear", releaseAt: (own.injectedAt ?? 0) + (own.clearAfterMs ?? 0) }] : [];
  });
}
