import { type CheckId, EVERYONE, type RoleId } from "./ids";
import type { ChecklistSection, Gate, PlanRole, Stage } from "./plan";

const TECH_DIRECTOR: RoleId = "role:tech-director";
const timeout: Gate["timeout"] = { afterMin: 30, outcome: "stay" };
const lapseMin = 30;

export type GateSources = {
  stages: readonly Stage[];
  sections: readonly ChecklistSection[];
  roles: readonly PlanRole[];
  manager: RoleId;
  /** What is watched while this share of traffic is on the new version; empty where the plan names nothing. */
  checksAt: (share: number) => readonly CheckId[];
};

/** Everyone who votes at a gate: owners of stages and checklist sections and the tech director, in the order of the roles. */
export function votersOf({ stages, sections, roles }: Pick<GateSources, "stages" | "sections" | "roles">): RoleId[] {
  const owners = new Set([...stages, ...sections].flatMap((part) => part.owners));
  const voters = roles.filter(({ id }) => id !== EVERYONE && (owners.has(id) || id === TECH_DIRECTOR));
  return voters.map(({ id }) => id);
}

/** Who may start a rollback: the manager, the tech director, owners of shift stages. */
export function rollbackersOf({ stages, roles, manager }: Pick<GateSources, "stages" | "roles" | "manager">): RoleId[] {
  const shifters = stages.filter((stage) => stage.kind === "shift").flatMap((stage) => stage.owners);
  const director = roles.some(({ id }) => id === TECH_DIRECTOR) ? [TECH_DIRECTOR] : [];
  return [...new Set([manager, ...director, ...shifters.filter((role) => role !== EVERYONE)])];
}

/** The stage after which the release can be called complete: the last verification behind the last shift, else that shift. */
function lastBeforeCompletion(stages: readonly Stage[]): Stage | null {
  const timed = stages.filter((stage) => stage.durationMin !== null);
  const lastShift = timed.findLastIndex((stage) => stage.kind === "shift");
  const behind = timed.slice(lastShift + 1);
  const proof =
    behind.findLast((stage) => stage.kind === "verify") ?? behind.findLast((stage) => stage.kind === "observe");
  return proof ?? timed[lastShift] ?? timed.at(-1) ?? null;
}

/** A gate in front of every traffic shift and one in front of completion. */
export function deriveGates(sources: GateSources): Gate[] {
  const { stages, checksAt } = sources;
  const voters = votersOf(sources);
  const common = { voters, fourEyes: false, timeout, lapseMin };
  const gates: Gate[] = [];
  let share = 0;
  for (const [index, stage] of stages.entries()) {
    if (stage.kind !== "shift") continue;
    gates.push({
      ...common,
      id: `gate:${gates.length + 1}`,
      order: gates.length + 1,
      before: { kind: "stage", stage: stage.id, share: stage.share },
      after: stages[index - 1]?.id ?? null,
      checks: [...checksAt(share)],
    });
    share = stage.share ?? share;
  }
  const proof = lastBeforeCompletion(stages);
  if (proof === null) return gates;
  const order = gates.length + 1;
  const checks = [...checksAt(share)];
  return [
    ...gates,
    { ...common, id: "gate:completion", order, before: { kind: "completion" }, after: proof.id, checks },
  ];
}
