"use client";

import { useTranslations } from "next-intl";
import { Checkbox, Select } from "@/components/ui/field";
import type { Measure } from "@/lib/domain/plan/measure";
import type { Check, Plan } from "@/lib/domain/plan/plan";
import { FieldInput } from "../field-input";
import type { Field } from "../field-spec";
import { problemsOf } from "../row-list";
import {
  blankMeasure,
  COMPARISON_FIELDS,
  EVIDENCE_FIELDS,
  JSON_FIELDS,
  LIMIT_FIELDS,
  MEASURE_KINDS,
  RATE_FIELDS,
  SERVING_FIELDS,
} from "./measure-fields";

const NONE = "none";

type MeasureFormProps = { row: Check; plan: Plan; onChange: (row: Check) => void };

/** How one check is measured: which kind, and what that kind has to be told. */
export function MeasureForm({ row, plan, onChange }: MeasureFormProps) {
  const t = useTranslations("plans.edit");
  const { measure } = row;
  const choose = (value: string) => {
    const kind = MEASURE_KINDS.find((one) => one === value);
    onChange({ ...row, measure: kind === undefined ? null : blankMeasure(kind) });
  };
  return (
    <div className="space-y-2">
      <p className="font-bold">{row.text}</p>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <div className="w-72 max-sm:w-full">
          <Select
            label={t("field.measure")}
            labelHidden
            value={measure?.kind ?? NONE}
            onChange={(event) => choose(event.target.value)}
            options={[NONE, ...MEASURE_KINDS].map((value) => ({ value, label: t(`choice.measure.${value}`) }))}
          />
        </div>
        <Checkbox
          label={t("field.required")}
          checked={row.required}
          onChange={(event) => onChange({ ...row, required: event.target.checked })}
        />
      </div>
      {measure === null ? null : (
        <KindFields measure={measure} plan={plan} onChange={(next) => onChange({ ...row, measure: next })} />
      )}
    </div>
  );
}

type KindFieldsProps = { measure: Measure; plan: Plan; onChange: (measure: Measure) => void };

function KindFields({ measure, plan, onChange }: KindFieldsProps) {
  switch (measure.kind) {
    case "limit":
      return <Fields fields={LIMIT_FIELDS} row={measure} plan={plan} onChange={onChange} />;
    case "rate":
      return <Fields fields={RATE_FIELDS} row={measure} plan={plan} onChange={onChange} />;
    case "evidence":
      return <Fields fields={EVIDENCE_FIELDS} row={measure} plan={plan} onChange={onChange} />;
    case "comparison":
      return <Fields fields={COMPARISON_FIELDS} row={measure} plan={plan} onChange={onChange} />;
    case "serving":
      return <Fields fields={SERVING_FIELDS} row={measure} plan={plan} onChange={onChange} />;
    case "json":
      return <Fields fields={JSON_FIELDS} row={measure} plan={plan} onChange={onChange} />;
  }
}

type FieldsProps<Row> = { fields: readonly Field<Row>[]; row: Row; plan: Plan; onChange: (row: Row) => void };

function Fields<Row>({ fields, row, plan, onChange }: FieldsProps<Row>) {
  return (
    <div className="flex flex-wrap items-start gap-x-3 gap-y-2">
      {fields.map((field) => (
        <FieldInput key={field.key} field={field} row={row} plan={plan} onChange={onChange} />
      ))}
    </div>
  );
}

/** How many values of a measure are wrong. */
export function measureProblems(measure: Measure | null, plan: Plan): number {
  switch (measure?.kind) {
    case "limit":
      return problemsOf(LIMIT_FIELDS, measure, plan);
    case "rate":
      return problemsOf(RATE_FIELDS, measure, plan);
    case "evidence":
      return problemsOf(EVIDENCE_FIELDS, measure, plan);
    case "comparison":
      return problemsOf(COMPARISON_FIELDS, measure, plan);
    case "serving":
      return problemsOf(SERVING_FIELDS, measure, plan);
    case "json":
      return problemsOf(JSON_FIELDS, measure, plan);
    case undefined:
      return 0;
  }
}
