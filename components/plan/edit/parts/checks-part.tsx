import { useTranslations } from "next-intl";
import type { Check, Plan } from "@/lib/domain/plan/plan";
import type { Field } from "../field-spec";
import { type Editor, rowList } from "../row-list";
import { MeasureForm, measureProblems } from "./measure-form";

const measure: Field<Check> = { kind: "own", key: "measure", render: (props) => <MeasureForm {...props} /> };

function Unmeasured() {
  const t = useTranslations("plans.edit");
  return <p className="pb-1 text-sm text-ink-2">{t("unmeasured")}</p>;
}

const rows = rowList<Plan, Check>({
  key: "checks",
  read: (plan) => plan.checks,
  write: (plan, checks) => ({ ...plan, checks }),
  fields: [measure],
});

/** What is measured follows from the canary's metrics and the triggers; how it is measured is said here. */
export const checks: Editor<Plan> = {
  render: (props) => (
    <>
      {props.plan.checks.some((check) => check.measure === null) ? <Unmeasured /> : null}
      {rows.render(props)}
    </>
  ),
  problems: (plan) => plan.checks.reduce((sum, check) => sum + measureProblems(check.measure, plan), 0),
};
