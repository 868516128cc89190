import type { Plan } from "../plan/plan";
import { currentStage, nextStage } from "./current";
import { forecast } from "./forecast";
import type { ReleaseMode, ReleaseState, ReleaseStatus, StageStatus } from "./state";
import { type Instant, releaseTime } from "./time";
import { unconfirmedShare } from "./traffic-back";
import { type Waiting, waitingFor } from "./waiting";

/** A release in one row: how it stands, how late, how much traffic. Times are release time. */
export type ReleaseOverview = {
  releaseId: string;
  version: string;
  title: string;
  timeZone: string;
  mode: ReleaseMode;
  speed: number;
  status: ReleaseStatus;
  now: Instant;
  createdBy: string;
  /** Real time. */
  createdAt: Instant;
  startsAt: Instant;
  endsAt: Instant | null;
  lateMs: number;
  overrunMs: number;
  /** Wanted percentage on the new version. */
  share: number;
  /** What a rollback found, until its traffic is known to be back. */
  unconfirmedShare: number | null;
  items: { done: number; total: number };
  stage: { name: string; order: number; isCurrent: boolean } | null;
  stages: { id: string; name: string; status: StageStatus; durationMin: number }[];
};

/** Something that waits for a person, said once however many there are of its kind. */
export type WaitingEntry = { kind: Waiting["kind"]; title: string; role: string; substitute: boolean; count: number };

const ROLLED: ReadonlySet<ReleaseStatus> = new Set(["rolling_back", "rolled_back"]);

/** One release as it stands at real time `now`. */
export function overviewOf(plan: Plan, state: ReleaseState, now: Instant): ReleaseOverview {
  const expected = forecast(plan, state, now);
  const current = currentStage(plan, state);
  const shown = ROLLED.has(state.status) ? null : (current ?? nextStage(plan, state));
  const items = Object.values(state.items);
  return {
    releaseId: state.releaseId,
    version: plan.info.version,
    title: plan.subtitle ?? plan.title,
    timeZone: plan.timeZone,
    mode: state.clock.mode,
    speed: state.clock.speed,
    status: state.status,
    now: releaseTime(state.clock, now),
    createdBy: state.created.by.name,
    createdAt: state.created.at,
    startsAt: state.clock.startsAt,
    endsAt: expected.endsAt,
    lateMs: expected.lateMs,
    overrunMs: expected.overrunMs,
    share: state.traffic.wanted,
    unconfirmedShare: unconfirmedShare(plan, state),
    items: { done: items.filter(({ status }) => status !== "open").length, total: items.length },
    stage: shown === null ? null : { name: shown.name, order: shown.order, isCurrent: shown === current },
    stages: plan.stages.map(({ id, name, durationMin }) => ({
      id,
      name,
      status: state.stages[id]?.status ?? "pending",
      durationMin: durationMin ?? 0,
    })),
  };
}

const SHOWN_SINGLY = 3;

/** What waits for a person in one release, most pressing first; many of one kind and role become one entry with a count. */
export function waitingEntries(plan: Plan, state: ReleaseState, person: string): WaitingEntry[] {
  const roleOf = (id: string) => plan.roles.find((role) => role.id === id)?.name ?? id.slice("role:".length);
  const all = waitingFor(plan, state, person);
  const keyOf = ({ kind, substitute }: Waiting) => `${kind} ${substitute}`;
  const keys = [...new Set(all.map(keyOf))];
  return keys.flatMap((key) => {
    const same = all.filter((one) => keyOf(one) === key);
    const [first] = same;
    if (first === undefined) return [];
    const { kind, substitute } = first;
    if (same.length > SHOWN_SINGLY) {
      const roles = [...new Set(same.map(({ role }) => roleOf(role)))].join(" · ");
      return [{ kind, title: first.title, role: roles, substitute, count: same.length }];
    }
    return same.map(({ title, role }) => ({ kind, title, role: roleOf(role), substitute, count: 1 }));
  });
}
