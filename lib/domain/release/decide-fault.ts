import type { Decision } from "./decision";
import type { EventDraft } from "./events";
import { readFaultScript, scriptName } from "./fault-script";
import type { Refusal } from "./refusal";
import { accepted, refuse, refuseBy, refused } from "./refuse";
import { type CommandOf, fact, type RuleTable, type Situation } from "./rule";
import { scriptDues } from "./script-state";

function notRehearsed({ state }: Situation): Refusal | null {
  return state.clock.mode === "rehearsal" ? null : refuse("not_allowed_now", "only-in-rehearsal");
}

function notDue({ state, releaseNow }: Situation, { script, row, act }: CommandOf<"fault.due">): Refusal | null {
  const due = state.script?.at === script ? scriptDues(state).find((one) => one.row === row && one.act === act) : null;
  if (due === undefined || due === null) return refuse("not_allowed_now", "no-such-script");
  const remainingMs = due.releaseAt - releaseNow;
  return remainingMs <= 0 ? null : refuse("not_allowed_now", "not-due", { remainingMs });
}

/** An act of the script is told under its name, so that the log says who put a fault in. */
function carryOutDue({ state }: Situation, { row, act }: CommandOf<"fault.due">): Decision {
  const { script } = state;
  const own = script?.rows[row];
  if (script === null || own === undefined) return refused(refuse("not_allowed_now", "no-such-script"));
  const { fault, percent } = own;
  const told = { script: script.name, row };
  const body: EventDraft =
    act === "inject"
      ? { type: "fault.injected", payload: { fault, percent, ...told }, actor: scriptActor(script.name) }
      : { type: "fault.cleared", payload: { fault, ...told }, actor: scriptActor(script.name) };
  return accepted(body);
}

function scriptActor(name: string): EventDraft["actor"] {
  return { kind: "system", name: `script: ${name}` };
}

/** A script without rows ends the one that stands. What it has put in stays until somebody takes it away. */
function giveScript(situation: Situation, { name, text }: CommandOf<"fault.script">): Decision {
  const { rows, problems } = readFaultScript(situation.plan, text);
  const [first] = problems;
  if (first !== undefined)
    return refused(refuse("invalid", "script-unreadable", { line: first.line, text: first.text }));
  if (rows.length === 0 && situation.state.script === null) return refused(refuse("not_allowed_now", "no-such-script"));
  return accepted(fact(situation, { type: "fault.scripted", payload: { name: scriptName(name), rows } }));
}

/** The faults that people put into a rehearsal's shop, by hand and by script. */
export const faultRules = {
  "fault.inject": {
    already: ({ state }, { fault, percent = null }) => {
      const own = state.faults[fault];
      if (own === undefined || own.percent !== percent) return null;
      return refuseBy(refuse("already", "fault-already-injected", { fault }), own, "fault.injected");
    },
    now: notRehearsed,
    carryOut: (situation, { fault, percent = null }) =>
      accepted(fact(situation, { type: "fault.injected", payload: { fault, percent } })),
  },
  "fault.clear": {
    now: (situation, { fault }) =>
      notRehearsed(situation) ??
      (situation.state.faults[fault] === undefined ? refuse("not_allowed_now", "no-such-fault", { fault }) : null),
    carryOut: (situation, { fault }) => accepted(fact(situation, { type: "fault.cleared", payload: { fault } })),
  },
  "fault.script": { now: notRehearsed, carryOut: giveScript },
  "fault.due": {
    now: (situation, command) => notRehearsed(situation) ?? notDue(situation, command),
    carryOut: carryOutDue,
  },
} satisfies Pick<RuleTable, "fault.inject" | "fault.clear" | "fault.script" | "fault.due">;
