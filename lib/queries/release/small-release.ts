import type { Plan } from "@/lib/domain/plan/plan";
import type { ReleaseEvent } from "@/lib/domain/release/events";
import { evolve } from "@/lib/domain/release/evolve";
import type { LiveView } from "./apply-events";

const nowhere = { from: 0, to: 0 };

/** The least that is a plan: for tests of how events travel, not of what they mean. */
export const smallPlan: Plan = {
  title: "Small",
  subtitle: null,
  language: "en",
  timeZone: "Asia/Shanghai",
  document: [],
  info: {
    version: "1",
    window: null,
    windowMin: null,
    type: null,
    scope: null,
    rollbackable: null,
    downtime: null,
    rows: [],
    lines: nowhere,
  },
  goals: [],
  canary: [],
  blueGreen: null,
  sections: [],
  stages: [],
  stepGroups: [],
  gates: [],
  checks: [],
  triggers: [],
  rollback: null,
  followups: [],
  playbooks: [],
  windows: [],
  criteria: [],
  review: null,
  roles: [],
  manager: "role:manager",
  rollbackers: ["role:manager"],
  contacts: [],
  channels: [],
  approvals: [],
  bindings: [],
};

const actor = { kind: "person", person: "p1", name: "赵六", role: null, substitute: false, played: false } as const;

/** Event number `seq` of a release: the first creates it, all others are notes. */
function smallEvent(seq: number): ReleaseEvent {
  const at = 1_764_120_000_000 + seq * 1_000;
  const common = { releaseId: "r1", seq, actor, at, releaseAt: at, epoch: 0 };
  if (seq > 1) return { ...common, type: "note.added", payload: { text: `note ${seq}` } };
  const clock = { mode: "live" as const, speed: 1, startsAt: at, startedAt: null };
  return { ...common, type: "release.created", payload: { planVersionId: "v1", clock, roles: [] } };
}

export function smallEvents(from: number, to: number): ReleaseEvent[] {
  return Array.from({ length: to - from + 1 }, (_, index) => smallEvent(from + index));
}

/** A screen that has seen everything up to `seq`. */
export function viewAt(seq: number): LiveView {
  const events = smallEvents(1, seq);
  const first = evolve(smallPlan, null, smallEvent(1));
  const state = events.slice(1).reduce((before, event) => evolve(smallPlan, before, event), first);
  return { state, events, head: `hash ${seq}` };
}
