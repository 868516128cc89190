import type { JobWork } from "@/lib/contracts/runner";
import type { ArgumentType, ArgumentValue, OfferedAction } from "@/lib/contracts/runner-actions";
import type { Binding } from "@/lib/domain/plan/binding";
import type { Plan } from "@/lib/domain/plan/plan";
import { indexOf } from "@/lib/domain/plan/plan-index";
import { bindingFor, type JobPurpose } from "@/lib/domain/release/job";
import type { ReleaseState } from "@/lib/domain/release/state";
import type { Instant } from "@/lib/domain/release/time";
import type { Hasher } from "@/lib/ports/hasher";

/** A plan's text as the kind that the host declares; a text that is none stays as it is, and the host refuses it with a reason. */
function typed(value: string, type: ArgumentType | undefined): ArgumentValue {
  if (type?.type === "integer" && /^-?\d{1,15}$/u.test(value)) return Number(value);
  if (type?.type === "boolean" && (value === "true" || value === "false")) return value === "true";
  return value;
}

export type Offering = { plan: Plan; state: ReleaseState; purpose: JobPurpose; requestedAt: Instant };
type Bound = Offering & { binding: Binding };

/** What each side is to say in its version header, where the plan's binding names it. */
function versionsIn({ green_version: green = null, blue_version: blue = null }: Record<string, string | null>) {
  return green === null && blue === null ? {} : { versions: { green, blue } };
}

function trafficWork({ state, purpose, requestedAt }: Bound, action: string, given: Record<string, string>) {
  const kind = "traffic" as const;
  if (purpose.kind === "traffic") {
    const ask = { verb: "set" as const, share: purpose.share, ...versionsIn(given) };
    return { kind, action, releaseStartedAt: state.started?.at ?? state.created.at, ask };
  }
  // Drills alone write the shadow, each for itself: one before its release's start is newer than that of a release that started earlier.
  return purpose.kind === "drill"
    ? { kind, action, releaseStartedAt: requestedAt, ask: { verb: "drill" as const } }
    : null;
}

/** The action of the binding's name; for a share also the command that is there for it alone, `traffic-25` for `traffic`. */
function offeredFor(wanted: string, { purpose }: Offering, actions: OfferedAction[]): OfferedAction | null {
  const named = actions.find(({ name }) => name === wanted);
  if (named !== undefined || purpose.kind !== "traffic") return named ?? null;
  return actions.find(({ name, kind }) => kind === "command" && name === `${wanted}-${purpose.share}`) ?? null;
}

function actionWork(bound: Bound, offered: OfferedAction): JobWork | null {
  const { purpose, binding } = bound;
  if (binding.work.kind !== "action") return null;
  const { arguments: given } = binding.work;
  const { name } = offered;
  if (offered.kind === "traffic") return trafficWork(bound, name, given);
  // One that is named itself must take the share as an argument, else the host refuses it: it would do the same for every share.
  const takesShare = name === binding.work.name || Object.hasOwn(offered.arguments, "share");
  const share = purpose.kind === "traffic" && takesShare ? { share: String(purpose.share) } : {};
  const values = Object.entries({ ...given, ...share });
  return {
    kind: "action",
    action: name,
    arguments: Object.fromEntries(values.map(([key, value]) => [key, typed(value, offered.arguments[key])])),
  };
}

type Approved = { hash: string; approvals: { person: string; name: string; at: number }[] };

/** The commands that a plan has for a purpose; an empty text where it has none. */
export function commandsFor(plan: Plan, purpose: JobPurpose): string {
  const index = indexOf(plan);
  if (purpose.kind === "step") return index.steps.get(purpose.stage)?.get(purpose.step)?.commands ?? "";
  return purpose.kind === "rollback_step" ? (index.rollbackSteps.get(purpose.step)?.commands ?? "") : "";
}

function scriptWork({ plan, purpose }: Bound, { hash, approvals }: Approved, hasher: Hasher): JobWork | null {
  const text = commandsFor(plan, purpose);
  if (text.trim() === "") return null;
  const signed = approvals.map((approval) => ({ ...approval, planVersionSha256: hash }));
  return { kind: "script", text, textSha256: hasher.hashText(text), planVersionSha256: hash, approvals: signed };
}

/** What this runner would do for a purpose, and which labels that asks for; null when it cannot do it. */
export function workOf(
  offering: Offering,
  can: { actions: OfferedAction[]; planScripts: boolean },
  script: Approved & { hasher: Hasher },
): { work: JobWork; labels: string[]; binding: Binding } | null {
  const binding = bindingFor(indexOf(offering.plan), offering.purpose);
  if (binding === null) return null;
  const bound = { ...offering, binding };
  const { labels, work: wanted } = binding;
  if (wanted.kind === "script") {
    const work = can.planScripts ? scriptWork(bound, script, script.hasher) : null;
    return work === null ? null : { work, labels, binding };
  }
  const offered = offeredFor(wanted.name, bound, can.actions);
  const work = offered === null ? null : actionWork(bound, offered);
  return work === null ? null : { work, labels, binding };
}
