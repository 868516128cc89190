import { indexOf } from "../plan/plan-index";
import { type Claim, claimOf } from "../policy/acting";
import { POLICY } from "../policy/policy";
import type { Thing } from "../policy/relations";
import type { Command, CommandType, PersonCommandType, SystemCommand } from "./commands";
import { callRules } from "./decide-call";
import { checklistRules } from "./decide-checklist";
import { faultRules } from "./decide-fault";
import { gateRules } from "./decide-gate";
import { jobRules } from "./decide-job";
import { observationRules } from "./decide-observation";
import { playbookRules } from "./decide-playbook";
import { releaseRules } from "./decide-release";
import { rollbackRules } from "./decide-rollback";
import { stageRules } from "./decide-stage";
import { stepRules } from "./decide-step";
import { systemRules } from "./decide-system";
import { trafficRules } from "./decide-traffic";
import { voteRules } from "./decide-vote";
import { watchRules } from "./decide-watch";
import type { Circumstances, Decision } from "./decision";
import type { Refusal } from "./refusal";
import { refuse, refused } from "./refuse";
import { releaseIs } from "./release-standing";
import type { CommandOf, Rule, RuleTable, Situation } from "./rule";
import { staleness } from "./seen";
import { releaseTime } from "./time";

const RULES: RuleTable = {
  ...releaseRules,
  ...checklistRules,
  ...stageRules,
  ...stepRules,
  ...voteRules,
  ...gateRules,
  ...trafficRules,
  ...rollbackRules,
  ...observationRules,
  ...playbookRules,
  ...callRules,
  ...faultRules,
  ...jobRules,
  ...systemRules,
  ...watchRules,
};

const SYSTEM_COMMANDS: ReadonlySet<string> = new Set<SystemCommand["type"]>([
  "gate.expire",
  "gate.lapse",
  "rollback.due",
  "fault.due",
  "check.report",
  "source.report",
  "alert.report",
  "traffic.report",
  "item.expire",
  "job.take",
  "job.finish",
  "job.lose",
  "playbook.match",
  "call.raise",
  "call.escalate",
]);

function isPersonCommand(type: CommandType): type is PersonCommandType {
  return !SYSTEM_COMMANDS.has(type);
}

/** Who asks, under which role; or why he may not. What only the engine asks for, nobody else may. */
function claim(circumstances: Circumstances, command: Command, thing: Thing): Claim | Refusal {
  const { plan, state, actor } = circumstances;
  const { type } = command;
  if (!isPersonCommand(type)) {
    if (actor.kind !== "system") return refuse("forbidden", "only-the-system");
    return { by: { kind: "system", name: actor.name }, relation: "system" };
  }
  const as = "as" in command ? command.as : undefined;
  return claimOf({ plan, state, actor, relations: POLICY[type].relations, thing, as });
}

function outOfState({ state }: Situation, type: CommandType): Refusal | null {
  if (!isPersonCommand(type) || POLICY[type].statuses.includes(state.status)) return null;
  return releaseIs(state);
}

function blankText<One>(rule: Rule<One>, command: One): Refusal | null {
  if (rule.text === undefined || (rule.text(command) ?? "").trim() !== "") return null;
  return refuse("needs_reason", "reason-needed");
}

type Asked<Type extends CommandType> = { circumstances: Circumstances; command: Command; type: Type };

function decideBy<Type extends CommandType>(asked: Asked<Type>, command: CommandOf<Type>): Decision {
  const { circumstances, type } = asked;
  const rule: Rule<CommandOf<Type>> = RULES[type];
  const thing = rule.thing?.(circumstances, command) ?? {};
  if ("kind" in thing) return refused(thing);
  const claimed = claim(circumstances, asked.command, thing);
  if ("kind" in claimed) return refused(claimed);
  const { plan, state } = circumstances;
  const now = Math.max(circumstances.now, state.lastAt);
  const releaseNow = releaseTime(state.clock, now);
  const situation: Situation = { ...circumstances, ...claimed, now, releaseNow, index: indexOf(plan) };
  const refusal =
    rule.already?.(situation, command) ??
    outOfState(situation, type) ??
    rule.now?.(situation, command) ??
    staleness(state, asked.command) ??
    blankText(rule, command);
  return refusal == null ? rule.carryOut(situation, command) : refused(refusal);
}

/**
 * Whether a command is allowed, and what follows from it. Refusals are looked for in this order: unknown thing, not yours,
 * already or not now, stale, reason missing or senseless, conditions unmet. Total: never throws, reads no clock.
 */
export function decide(circumstances: Circumstances, command: Command): Decision {
  return decideBy({ circumstances, command, type: command.type }, command);
}
