import type { RollbackStepId, StepId } from "./ids";
import type { Lines } from "./plan";

/** What is carried out by a runner: a step, the moving of the traffic, a step of the rollback, the drill of the rollback. */
export type BindingTarget =
  | { kind: "step"; step: StepId }
  | { kind: "traffic" }
  | { kind: "rollback_step"; step: RollbackStepId }
  | { kind: "drill" };

/** By what: a named action of the runner's own host, or the step's own commands where that host allows it. */
export type BoundWork = { kind: "action"; name: string; arguments: Record<string, string> } | { kind: "script" };

/** A plan names an action and its arguments; it never brings a command line. A runner must have every label. */
export type Binding = { target: BindingTarget; work: BoundWork; labels: string[]; lines: Lines };

/** One word for a target, by which bindings are looked up: each target has one binding at most. */
export function targetKey(target: BindingTarget): string {
  return "step" in target ? `${target.kind}:${target.step}` : target.kind;
}
