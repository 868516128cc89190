import type { Check, Plan } from "@/lib/domain/plan/plan";
import { type Field, flag } from "../field-spec";
import { type Editor, rowList } from "../row-list";
import { MeasureForm, measureProblems } from "./measure-form";

const measure: Field<Check> = { kind: "own", key: "measure", render: (props) => <MeasureForm {...props} /> };

const rows = rowList<Plan, Check>({
  key: "checks",
  read: (plan) => plan.checks,
  write: (plan, checks) => ({ ...plan, checks }),
  fields: [measure, flag("required")],
});

/** What is measured follows from the canary's metrics and the triggers; how it is measured is said here. */
export const checks: Editor<Plan> = {
  render: rows.render,
  problems: (plan) => plan.checks.reduce((sum, check) => sum + measureProblems(check.measure, plan), 0),
};
