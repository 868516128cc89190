"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Select } from "@/components/ui/field";
import { type CheckId, EVERYONE, type RoleId } from "@/lib/domain/plan/ids";
import type { Check, Plan } from "@/lib/domain/plan/plan";
import { probesOf } from "@/lib/domain/plan/probes";

type Choice<Value> = { value: Value; key: string; name: string };

type ManyProps<Value> = {
  label: string;
  choices: Choice<Value>[];
  chosen: Value[];
  onChange: (chosen: Value[]) => void;
  /** Said while none is chosen. */
  none?: string | undefined;
};

/** Several of a few, in the order in which they were chosen; each can be taken away. */
function Many<Value>({ label, choices, chosen, onChange, none }: ManyProps<Value>) {
  const t = useTranslations("plans.edit");
  const nameOf = (value: Value) => choices.find((one) => one.value === value)?.name ?? String(value);
  const rest = choices.filter(({ value }) => !chosen.includes(value));
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <span className="field-name text-sm text-ink-2">{label}</span>
      <div className="flex flex-wrap items-center gap-1.5">
        {chosen.map((value) => (
          <button
            key={String(value)}
            type="button"
            aria-label={t("takeAway", { name: nameOf(value) })}
            onClick={() => onChange(chosen.filter((one) => one !== value))}
            className="inline-flex min-h-7 min-w-0 items-center gap-1.5 border border-control px-2 py-0.5 text-left text-sm hover:bg-active pointer-coarse:min-h-12"
          >
            {nameOf(value)}
            <X aria-hidden="true" className="size-3.5 flex-none text-ink-3" />
          </button>
        ))}
        {chosen.length === 0 && none !== undefined ? <span className="text-sm text-ink-3">{none}</span> : null}
        {rest.length === 0 ? null : (
          <Select
            label={t("addTo", { name: label })}
            labelHidden
            value=""
            onChange={(event) => {
              const added = rest.find(({ key }) => key === event.target.value);
              if (added !== undefined) onChange([...chosen, added.value]);
            }}
            options={[{ value: "", label: "＋" }, ...rest.map(({ key, name }) => ({ value: key, label: name }))]}
            className="w-14! px-2!"
          />
        )}
      </div>
    </div>
  );
}

type RoleChoiceProps = Omit<ManyProps<RoleId>, "choices"> & { plan: Plan };

export function RoleChoice({ plan, ...many }: RoleChoiceProps) {
  const t = useTranslations("plans.edit");
  const named = plan.roles.map(({ id, name }) => ({ value: id, key: id, name }));
  const hasEveryone = plan.roles.some(({ id }) => id === EVERYONE);
  const choices = hasEveryone ? named : [...named, { value: EVERYONE, key: EVERYONE, name: t("everyone") }];
  return <Many choices={choices} {...many} />;
}

/** What two stages of the canary both watch is told apart by the stage. */
export function checkName({ id, text }: Pick<Check, "id" | "text">, plan: Plan): string {
  const isOnly = plan.checks.filter((one) => one.text === text).length < 2;
  const stage = plan.canary.find(({ order }) => id.startsWith(`check:${order}.`));
  return isOnly || stage === undefined ? text : `${stage.name} · ${text}`;
}

type CheckChoiceProps = { label: string; plan: Plan; chosen: CheckId[]; onChange: (chosen: CheckId[]) => void };

/** A probe is not among them: it watches over its item, and would cease to if a gate waited for it. */
export function CheckChoice({ label, plan, chosen, onChange }: CheckChoiceProps) {
  const t = useTranslations("plans.edit");
  const probes = probesOf(plan);
  const choices = plan.checks
    .filter(({ id }) => !probes.has(id))
    .map(({ id, text, required }) => {
      const name = checkName({ id, text }, plan);
      return { value: id, key: id, name: required ? name : t("onlyShown", { check: name }) };
    });
  return (
    <Many
      label={label}
      choices={choices}
      chosen={chosen}
      onChange={onChange}
      none={t(choices.length === 0 ? "none.checks" : "waitsForNone")}
    />
  );
}

type GroupChoiceProps = { label: string; plan: Plan; chosen: number[]; onChange: (chosen: number[]) => void };

export function GroupChoice({ label, plan, chosen, onChange }: GroupChoiceProps) {
  const choices = plan.stepGroups.map(({ number, name }) => ({
    value: number,
    key: String(number),
    name: `${number} · ${name}`,
  }));
  if (choices.length === 0) return null;
  return <Many label={label} choices={choices} chosen={chosen} onChange={onChange} />;
}
