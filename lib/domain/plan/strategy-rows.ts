import type { Plan } from "./plan";
import { minutes, type PlanRow, percent, roleWords } from "./plan-row";

const NOWHERE = { from: 0, to: 0 };

/** What the document says about itself. */
function documentRows(plan: Plan): PlanRow[] {
  const { title, subtitle, timeZone, manager, rollbackers } = plan;
  const fields = {
    ...{ title, subtitle: subtitle ?? "", timeZone },
    manager: roleWords(plan, [manager]),
    rollbackers: roleWords(plan, rollbackers),
  };
  const rows = plan.document.map(({ label, text, lines }): PlanRow => {
    return { part: "document", place: label, name: label, fields: { text }, lines };
  });
  return [{ part: "document", place: "0", name: "", fields, lines: NOWHERE }, ...rows];
}

/** What is released, to what end and in which strides. */
export function strategyRows(plan: Plan): PlanRow[] {
  const info = plan.info.rows.map(({ label, text, lines }): PlanRow => {
    return { part: "info", place: label, name: label, fields: { text }, lines };
  });
  const goals = plan.goals.flatMap((group) =>
    group.goals.map(({ text, lines }, index): PlanRow => {
      return { part: "goal", place: `${group.name} ${index}`, name: text, fields: { group: group.name }, lines };
    }),
  );
  const canary = plan.canary.map((stage): PlanRow => {
    const pods = `${stage.pods.new ?? "–"} / ${stage.pods.old ?? "–"}`;
    const watch = stage.watch.map(({ text }) => text).join(" · ");
    const decisions = stage.decisions.map(({ text }) => text).join(" · ");
    const versions = `${stage.newVersion ?? "–"} / ${stage.oldVersion ?? "–"}`;
    const fields = { share: percent(stage.share), soak: minutes(stage.soakMin), pods, versions, watch, decisions };
    return { part: "canary", place: String(stage.order), name: stage.name, fields, lines: stage.lines };
  });
  return [...documentRows(plan), ...info, ...goals, ...canary, ...blueGreenRows(plan)];
}

function blueGreenRows({ blueGreen }: Plan): PlanRow[] {
  if (blueGreen === null) return [];
  const { before, switch: change, rollback, rollbackWithinMin, lines } = blueGreen;
  const fields = { before: before?.text ?? "", switch: change?.text ?? "", back: rollback?.text ?? "" };
  return [
    { part: "blueGreen", place: "0", name: "", fields: { ...fields, within: minutes(rollbackWithinMin) }, lines },
  ];
}
