import type { PlanIndex } from "../plan/plan-index";
import type { Thing } from "../policy/relations";
import type { ActorRecord } from "./actor";
import type { Command } from "./commands";
import type { Circumstances, Decision } from "./decision";
import type { EventBody, EventDraft } from "./events";
import type { Refusal } from "./refusal";
import type { Instant } from "./time";

/** The circumstances of a command whose author may ask for it. `releaseNow` is release time. */
export type Situation = Circumstances & { index: PlanIndex; releaseNow: Instant; by: ActorRecord; relation: string };

type Commands = { [One in Command as One["type"]]: One };
export type CommandOf<Type extends Command["type"]> = Commands[Type];

/** How one command is decided, question by question, in the order in which a refusal is looked for. */
export type Rule<One> = {
  /** Which thing is meant: what is unknown, and whose it is. */
  thing?: (circumstances: Circumstances, command: One) => Thing | Refusal;
  /** Whether it happened already. Asked before the release's state, so that the answer names who did it. */
  already?: (situation: Situation, command: One) => Refusal | null;
  /** Whether the thing's own state lets it happen now. */
  now?: (situation: Situation, command: One) => Refusal | null;
  /** The text that the command cannot do without. */
  text?: (command: One) => string | undefined;
  /** What is left to ask, and what follows. */
  carryOut: (situation: Situation, command: One) => Decision;
};

export type RuleTable = { [Type in Command["type"]]: Rule<CommandOf<Type>> };

export const SYSTEM: ActorRecord = { kind: "system", name: "holdpoint" };

/** A fact by the author of the command. */
export function fact(situation: Situation, body: EventBody): EventDraft {
  return { ...body, actor: situation.by };
}

/** A fact that follows by itself. */
export function consequence(body: EventBody): EventDraft {
  return { ...body, actor: SYSTEM };
}

/** A text as the log keeps it: without surrounding blanks, null when nothing is left. */
export function written(text: string | undefined): string | null {
  const trimmed = (text ?? "").trim();
  return trimmed === "" ? null : trimmed;
}
