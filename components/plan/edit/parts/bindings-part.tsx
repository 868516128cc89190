import { useTranslations } from "next-intl";
import { Field as Input, Select } from "@/components/ui/field";
import { type Binding, type BindingTarget, type BoundWork, targetKey } from "@/lib/domain/plan/binding";
import { placeOf, readArguments, writeArguments } from "@/lib/domain/plan/binding-text";
import type { Plan } from "@/lib/domain/plan/plan";
import type { Field, FieldProblem } from "../field-spec";
import { ParsedText } from "../parsed-text";
import { rowList } from "../row-list";

const NOWHERE = { from: 0, to: 0 };

/** Everything of a plan that can be left to a runner, in the order in which it is done. */
function targetsOf(plan: Plan): BindingTarget[] {
  const steps = plan.stepGroups.flatMap((group) => group.steps);
  return [
    ...steps.map(({ id }): BindingTarget => ({ kind: "step", step: id })),
    { kind: "traffic" },
    ...(plan.rollback?.steps ?? []).map(({ id }): BindingTarget => ({ kind: "rollback_step", step: id })),
    { kind: "drill" },
  ];
}

function problemOf({ target, work }: Binding, plan: Plan): FieldProblem | null {
  const same = plan.bindings.filter((one) => targetKey(one.target) === targetKey(target));
  if (same.length > 1) return "twice";
  return work.kind === "script" && target.kind !== "step" ? "own-commands" : null;
}

type FormProps = { row: Binding; plan: Plan; onChange: (row: Binding) => void };

const form: Field<Binding> = {
  kind: "own",
  key: "binding",
  problem: problemOf,
  render: (props) => <BindingForm {...props} />,
};

function BindingForm({ row, plan, onChange }: FormProps) {
  const t = useTranslations("plans.edit");
  const problem = problemOf(row, plan);
  const said = (wanted: FieldProblem) => (problem === wanted ? t(`problem.${wanted}`) : undefined);
  const { work } = row;
  const given = work.kind === "action" ? work.arguments : {};
  const name = (text: string): BoundWork =>
    text === "" ? { kind: "script" } : { kind: "action", name: text, arguments: given };
  return (
    <div className="grid gap-x-3 gap-y-2 sm:grid-cols-2">
      <TargetChoice {...{ row, plan, onChange }} error={said("twice")} />
      <Input
        label={t("field.action")}
        error={said("own-commands")}
        value={work.kind === "action" ? work.name : ""}
        onChange={(event) => onChange({ ...row, work: name(event.target.value) })}
      />
      {work.kind === "script" ? null : (
        <ParsedText
          label={t("field.arguments")}
          value={given}
          format={writeArguments}
          parse={readArguments}
          error={(text) => (text.trim() !== "" && !text.includes("=") ? t("problem.arguments") : undefined)}
          onChange={(values) => onChange({ ...row, work: { ...work, arguments: values } })}
        />
      )}
      <ParsedText
        label={t("field.labels")}
        value={row.labels}
        format={(labels) => labels.join(", ")}
        parse={(text) => text.split(/\s*[,，、]\s*/).filter((label) => label !== "")}
        onChange={(labels) => onChange({ ...row, labels })}
      />
    </div>
  );
}

function TargetChoice({ row, plan, onChange, error }: FormProps & { error: string | undefined }) {
  const t = useTranslations("plans");
  const targets = targetsOf(plan);
  const nameOf = (target: BindingTarget) => {
    const { place = "", name = "" } = placeOf(plan, target) ?? {};
    return t(`bindings.target.${target.kind}`, { place, name });
  };
  return (
    <Select
      label={t("edit.field.target")}
      error={error}
      value={targetKey(row.target)}
      onChange={(event) => {
        const target = targets.find((one) => targetKey(one) === event.target.value);
        if (target !== undefined) onChange({ ...row, target });
      }}
      options={targets.map((target) => ({ value: targetKey(target), label: nameOf(target) }))}
    />
  );
}

/** What runners carry out of this plan: by a named action of their own host, or by the commands of the step itself. */
export const bindings = rowList<Plan, Binding>({
  key: "bindings",
  read: (plan) => plan.bindings,
  write: (plan, rows) => ({ ...plan, bindings: rows }),
  blank: (plan) => {
    const taken = new Set(plan.bindings.map(({ target }) => targetKey(target)));
    const free = targetsOf(plan).find((target) => !taken.has(targetKey(target)));
    return { target: free ?? { kind: "traffic" }, work: { kind: "script" }, labels: [], lines: NOWHERE };
  },
  fields: [form],
});
