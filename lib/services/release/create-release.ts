import type { Answer } from "@/lib/contracts/answer";
import type { Finding } from "@/lib/domain/plan/finding";
import type { RoleId } from "@/lib/domain/plan/ids";
import { instantOf } from "@/lib/domain/plan/local-time";
import { openErrors } from "@/lib/domain/plan/open-errors";
import type { Plan } from "@/lib/domain/plan/plan";
import { indexOf } from "@/lib/domain/plan/plan-index";
import type { Actor } from "@/lib/domain/release/actor";
import type { EventDraft } from "@/lib/domain/release/events";
import { evolve } from "@/lib/domain/release/evolve";
import { readFaultScript, scriptName } from "@/lib/domain/release/fault-script";
import type { PayloadOf } from "@/lib/domain/release/fold";
import { firstPlace, stampEvents } from "@/lib/domain/release/stamp";
import type { Person, ReleaseMode } from "@/lib/domain/release/state";
import type { Instant, ReleaseClock } from "@/lib/domain/release/time";
import type { Clock } from "@/lib/ports/clock";
import type { Hasher } from "@/lib/ports/hasher";
import type { Ids } from "@/lib/ports/ids";
import type { PeopleDirectory } from "@/lib/ports/people-directory";
import type { PlanReader } from "@/lib/ports/plan-reader";
import type { PlanStore } from "@/lib/ports/plan-store";
import type { ReleaseStore } from "@/lib/ports/release-store";
import { refuse } from "../refusal-reasons";
import { chainEvents, firstPreviousHash } from "./chain-events";
import { findNamed } from "./name-assigned-people";

export type CreateReleaseDeps = {
  releases: Pick<ReleaseStore, "create" | "findCreated">;
  plans: Pick<PlanStore, "findPlan" | "findVersion">;
  planReader: Pick<PlanReader, "read">;
  people: PeopleDirectory;
  clock: Clock;
  hasher: Hasher;
  ids: Ids;
};

type RoleRequest = { role: RoleId; person: Person; substitutes?: Person[] | undefined };
export type NewRelease = {
  planVersionId: string;
  mode: ReleaseMode;
  /** Real time for a live release; what the rehearsal's clock shows at its start otherwise. */
  startsAt?: Instant | undefined;
  /** Whole number from 1 to 120, for rehearsals. */
  speed?: number | undefined;
  roles?: RoleRequest[] | undefined;
  /** For rehearsals: the faults of the night, one a line (fault-script.ts). */
  faultScript?: { name?: string | undefined; text: string } | undefined;
  /** Why a live release is made although the plan has errors that nobody accepted. */
  override?: string | undefined;
  /** Chosen by who asks: the same key again gets the same release. */
  key?: string | undefined;
  actor: Actor;
};

const maxSpeed = 120;

type Creation = NewRelease & { actor: Extract<Actor, { kind: "person" }> };
type Created = Answer<{ releaseId: string }>;
type Keyed = { actor: string; key: string; bodyHash: string };

/** Creates a release of one plan version, once for a key; whoever creates it manages it until it is handed over. */
export async function createRelease(deps: CreateReleaseDeps, wish: NewRelease): Promise<Created> {
  const { actor, key, ...body } = wish;
  if (actor.kind !== "person" || actor.permissions.length === 0) return refuse("forbidden", "planner-only");
  if (key === undefined) return createNow(deps, { ...wish, actor }, null);
  const keyed = { actor: actor.person, key, bodyHash: deps.hasher.hash({ create: body }) };
  return (await answerKnown(deps, keyed)) ?? (await createNow(deps, { ...wish, actor }, keyed));
}

async function answerKnown({ releases }: CreateReleaseDeps, keyed: Keyed): Promise<Created | null> {
  const known = await releases.findCreated(keyed);
  if (known === null) return null;
  if (known.bodyHash !== keyed.bodyHash) return refuse("invalid", "key-reused");
  return { ok: true, value: { releaseId: known.releaseId } };
}

async function createNow(deps: CreateReleaseDeps, wish: Creation, keyed: Keyed | null): Promise<Created> {
  const { actor, planVersionId } = wish;
  const stored = await deps.plans.findPlan(planVersionId);
  if (stored === null) return refuse("unknown_id", "unknown-plan-version", { id: planVersionId });
  const now = await deps.clock.read();
  const clock = clockOf(stored.plan, wish, now);
  if (!clock.ok) return clock;
  const roles = await rolesOf(deps.people, stored.plan, wish);
  if (!roles.ok) return roles;
  const script = scriptOf(stored.plan, wish);
  if (!script.ok) return script;
  const errors = await errorsBefore(deps, wish);
  if (!errors.ok) return errors;
  const releaseId = deps.ids.next();
  const draft: EventDraft = {
    type: "release.created",
    payload: { planVersionId, clock: clock.value, roles: roles.value, ...script.value, ...errors.value },
    actor: { kind: "person", person: actor.person, name: actor.name, role: null, substitute: false, played: false },
  };
  const first = firstPreviousHash(deps.hasher, { release: releaseId, planHash: stored.hash });
  const stamped = stampEvents([draft], firstPlace(releaseId, clock.value, now));
  const [event] = chainEvents(deps.hasher, first, stamped);
  if (event === undefined) throw new Error("A release begins with an event.");
  const state = evolve(stored.plan, null, event);
  const outcome = await deps.releases.create({ state, event, createdBy: actor.person, keyed });
  if (outcome === "created" || keyed === null) return { ok: true, value: { releaseId } };
  const known = await answerKnown(deps, keyed);
  if (known === null) throw new Error("A key was taken and its release is not there.");
  return known;
}

function clockOf(plan: Plan, { mode, startsAt, speed = 1 }: NewRelease, now: Instant): Answer<ReleaseClock> {
  const planned = plan.info.window === null ? null : instantOf(plan.info.window.start, plan.timeZone);
  if (mode === "rehearsal") {
    if (!Number.isInteger(speed) || speed < 1 || speed > maxSpeed) {
      return refuse("invalid", "speed-out-of-range", { speed });
    }
    return { ok: true, value: { mode, speed, startsAt: Math.round(startsAt ?? planned ?? now), startedAt: null } };
  }
  if (speed !== 1) return refuse("invalid", "speed-out-of-range", { speed });
  const start = startsAt ?? planned;
  if (start === null) return refuse("invalid", "start-missing");
  if (start <= now) return refuse("invalid", "start-not-ahead", { startsAt: start });
  return { ok: true, value: { mode, speed, startsAt: Math.round(start), startedAt: null } };
}

type Scripted = Pick<PayloadOf<"release.created">, "faultScript">;

/** Faults are for rehearsals; a script that cannot be read is no rehearsal of what was meant. */
function scriptOf(plan: Plan, { mode, faultScript }: NewRelease): Answer<Scripted> {
  if (faultScript === undefined || faultScript.text.trim() === "") return { ok: true, value: {} };
  if (mode !== "rehearsal") return refuse("not_allowed_now", "only-in-rehearsal");
  const { rows, problems } = readFaultScript(plan, faultScript.text);
  const [first] = problems;
  if (first !== undefined) return refuse("invalid", "script-unreadable", { line: first.line, text: first.text });
  return { ok: true, value: rows.length === 0 ? {} : { faultScript: { name: scriptName(faultScript.name), rows } } };
}

type Overridden = Pick<PayloadOf<"release.created">, "planErrors">;

const asFact = ({ rule, line, message }: Finding) => ({ rule, line, message });

/** A rehearsal is where one learns and is never stopped; a live release over open errors needs a reason in one's own name. */
async function errorsBefore(
  { plans, planReader }: Pick<CreateReleaseDeps, "plans" | "planReader">,
  { mode, planVersionId, override = "" }: NewRelease,
): Promise<Answer<Overridden>> {
  if (mode === "rehearsal") return { ok: true, value: {} };
  const version = await plans.findVersion(planVersionId);
  if (version === null) return refuse("unknown_id", "unknown-plan-version", { id: planVersionId });
  const { findings } = await planReader.read(version.source);
  const open = openErrors(findings, version.accepted);
  const [first] = open;
  if (first === undefined) return { ok: true, value: {} };
  const reason = override.trim();
  if (reason !== "") return { ok: true, value: { planErrors: { reason, findings: open.map(asFact) } } };
  const said = version.plan.language === "zh" ? first.message.zh : first.message.en;
  return refuse("not_allowed_now", "plan-errors", { errors: open.length, first: said });
}

type AssignedRole = { role: RoleId; person: Person; substitutes: Person[] };

async function rolesOf(people: PeopleDirectory, plan: Plan, wish: NewRelease): Promise<Answer<AssignedRole[]>> {
  const { roles = [], mode, actor } = wish;
  const assigned: AssignedRole[] = [];
  for (const { role, person, substitutes = [] } of roles) {
    if (!indexOf(plan).roles.has(role)) return refuse("unknown_id", "unknown-role", { id: role });
    const isOwn = actor.kind === "person" && [person, ...substitutes].some((one) => one.id === actor.person);
    // Nobody gives himself a say in a live release; managing what one creates is the exception that the policy names.
    if (mode === "live" && isOwn && role !== plan.manager) return refuse("forbidden", "own-role-in-live", { role });
    const named = await findNamed(people, [person, ...substitutes]);
    if (!named.ok) return named;
    const [first = person, ...others] = named.value;
    assigned.push({ role, person: first, substitutes: others });
  }
  return { ok: true, value: assigned };
}
