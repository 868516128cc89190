import { type LintRule, noticed } from "../lint-rule";

/** A gate behind traffic on the new version that nothing measured stands in front of. */
export const gateChecks: LintRule = ({ plan }) =>
  plan.gates.flatMap((gate) => {
    const after = plan.stages.find(({ id }) => id === gate.after);
    const served = plan.stages.filter(({ kind, order }) => kind === "shift" && order <= (after?.order ?? 0)).at(-1);
    if (gate.checks.length > 0 || after === undefined || !served?.share) return [];
    const next = gate.before.kind === "stage" ? gate.before.stage : null;
    const stage = plan.stages.find(({ id }) => id === next);
    const facts = { share: served.share, stage: stage?.name ?? after.name };
    const watching = plan.canary.filter(({ share }) => share === served.share).map(({ lines }) => lines);
    return [
      noticed(
        stage === undefined ? "completion-without-checks" : "gate-without-checks",
        [stage?.lines ?? after.lines, ...watching],
        facts,
      ),
    ];
  });
