"use client";

import { useTranslations } from "next-intl";
import { classNames } from "@/components/ui/class-names";
import { Checkbox, Field as Input, Select, Textarea } from "@/components/ui/field";
import type { CheckId, RoleId } from "@/lib/domain/plan/ids";
import type { Plan } from "@/lib/domain/plan/plan";
import type { Field, FieldSize } from "./field-spec";
import { NumberInput } from "./number-input";
import { CheckChoice, GroupChoice, RoleChoice } from "./role-choice";

const SIZES: Record<FieldSize, string> = {
  tiny: "flex-none field-flag",
  fit: "max-w-full",
  narrow: "w-22",
  small: "w-28",
  medium: "w-48",
  fill: "min-w-48 flex-1",
  full: "basis-full",
};

type FieldInputProps<Row> = {
  field: Field<Row>;
  row: Row;
  plan: Plan;
  onChange: (row: Row) => void;
  labelHidden?: boolean | undefined;
};

/** One field of a row, as its descriptor says. */
export function FieldInput<Row>({ field, row, plan, onChange, labelHidden }: FieldInputProps<Row>) {
  if (field.kind === "own") return <div className="basis-full">{field.render({ row, plan, onChange })}</div>;
  return (
    <div className={classNames(SIZES[field.size], "max-sm:w-full")}>
      <Control field={field} row={row} plan={plan} onChange={onChange} labelHidden={labelHidden} />
    </div>
  );
}

type SaidField<Row> = Exclude<Field<Row>, { kind: "own" }>;
type Written<Row> = Extract<Field<Row>, { kind: "text" | "moment" | "long" | "code" | "number" }>;
type Chosen<Row> = Exclude<SaidField<Row>, Written<Row>>;
type ControlProps<Row, Kind> = Omit<FieldInputProps<Row>, "field"> & { field: Kind };

function isWritten<Row>(field: SaidField<Row>): field is Written<Row> {
  return ["text", "moment", "long", "code", "number"].includes(field.kind);
}

function Control<Row>({ field, ...rest }: ControlProps<Row, SaidField<Row>>) {
  return isWritten(field) ? <WrittenControl field={field} {...rest} /> : <ChosenControl field={field} {...rest} />;
}

function useLabelling<Row>({ field, row, plan, labelHidden }: Omit<ControlProps<Row, SaidField<Row>>, "onChange">) {
  const t = useTranslations("plans.edit");
  const found = field.problem?.(row, plan) ?? null;
  return {
    label: t(`field.${field.key}`),
    labelHidden,
    error: found === null ? undefined : t(`problem.${found}`),
  };
}

function WrittenControl<Row>({ field, row, plan, onChange, labelHidden }: ControlProps<Row, Written<Row>>) {
  const labelling = useLabelling({ field, row, plan, labelHidden });
  if (field.kind === "number") {
    const write = (value: number | null) => onChange(field.write(row, value, plan));
    return <NumberInput {...labelling} unit={field.unit} value={field.read(row)} onChange={write} />;
  }
  const value = field.read(row);
  const write = (text: string) => onChange(field.write(row, text, plan));
  if (field.kind === "text" || field.kind === "moment") {
    const type = field.kind === "moment" ? "datetime-local" : "text";
    return (
      <Input
        {...labelling}
        type={type}
        placeholder={labelHidden === true ? labelling.label : undefined}
        value={value}
        onChange={(event) => write(event.target.value)}
      />
    );
  }
  const isCode = field.kind === "code";
  return (
    <Textarea
      {...labelling}
      className={isCode ? "bg-code font-mono text-xs text-code-ink" : undefined}
      rows={Math.min(16, Math.max(isCode ? 2 : 1, value.split("\n").length))}
      spellCheck={!isCode}
      placeholder={labelHidden === true ? labelling.label : undefined}
      value={value}
      onChange={(event) => write(event.target.value)}
    />
  );
}

function ChosenControl<Row>({ field, row, plan, onChange, labelHidden }: ControlProps<Row, Chosen<Row>>) {
  const t = useTranslations("plans.edit");
  const labelling = useLabelling({ field, row, plan, labelHidden });
  const { label } = labelling;
  switch (field.kind) {
    case "flag":
      return (
        <Checkbox
          label={label}
          checked={field.read(row)}
          onChange={(event) => onChange(field.write(row, event.target.checked, plan))}
        />
      );
    case "choice": {
      const options = field.options.map((value) => ({
        value,
        label: t.has(`choice.${field.key}.${value}`) ? t(`choice.${field.key}.${value}`) : value,
      }));
      const write = (value: string) => onChange(field.write(row, value, plan));
      return (
        <Select
          {...labelling}
          value={field.read(row)}
          onChange={(event) => write(event.target.value)}
          options={options}
        />
      );
    }
    case "role": {
      const write = (value: string) => {
        const role = plan.roles.find(({ id }) => id === value);
        if (role !== undefined) onChange(field.write(row, role.id, plan));
      };
      const options = plan.roles.map(({ id, name }) => ({ value: id, label: name }));
      return (
        <Select
          {...labelling}
          value={field.read(row)}
          onChange={(event) => write(event.target.value)}
          options={options}
        />
      );
    }
    case "roles": {
      const write = (chosen: RoleId[]) => onChange(field.write(row, chosen, plan));
      const none = field.unset === undefined ? undefined : t(`unset.${field.unset}`);
      return <RoleChoice label={label} plan={plan} chosen={field.read(row)} onChange={write} none={none} />;
    }
    case "checks": {
      const write = (chosen: CheckId[]) => onChange(field.write(row, chosen, plan));
      return <CheckChoice label={label} plan={plan} chosen={field.read(row)} onChange={write} />;
    }
    case "groups": {
      const write = (chosen: number[]) => onChange(field.write(row, chosen, plan));
      return <GroupChoice label={label} plan={plan} chosen={field.read(row)} onChange={write} />;
    }
  }
}
