"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Select } from "@/components/ui/field";
import type { RoleProposal } from "@/lib/domain/plan/propose-roles";
import type { ReleaseMode } from "@/lib/domain/release/state";
import type { Assignment, Named } from "./assignment";

type RoleFieldsProps = {
  proposal: RoleProposal;
  assignment: Assignment;
  people: Named[];
  self: string;
  mode: ReleaseMode;
  isManager: boolean;
  onChange: (assignment: Assignment) => void;
};

/** One role: whom the roster names, who of the people fills it, who may stand in. */
export function RoleFields({ proposal, assignment, people, self, mode, isManager, onChange }: RoleFieldsProps) {
  const t = useTranslations("plans.release");
  // Nobody gives himself a say in a live release; managing what one creates is the exception.
  const isBarred = (id: string) => mode === "live" && !isManager && id === self;
  const options = people.map(({ id, name }) => ({
    value: id,
    label: isBarred(id) ? t("notSelf", { name }) : name,
    disabled: isBarred(id),
  }));
  const { person, substitutes } = assignment;
  const others = options.filter(({ value }) => value !== person && !substitutes.includes(value));
  return (
    <fieldset className="grid items-start gap-x-4 gap-y-2 border-b border-line py-2.5 sm:grid-cols-[9rem_minmax(0,1fr)_minmax(0,1fr)]">
      <legend className="sr-only">{proposal.roleName}</legend>
      <div aria-hidden="true" className="sm:pt-1.5">
        <p className="font-bold">{proposal.roleName}</p>
        <p className="text-sm text-ink-3">
          {proposal.contact === null ? t("notOnRoster") : t("onRoster", { name: proposal.contact })}
          {proposal.needed ? null : ` · ${t("optional")}`}
        </p>
      </div>
      <Select
        label={t("person", { role: proposal.roleName })}
        labelHidden
        value={person}
        onChange={(event) => onChange({ ...assignment, person: event.target.value })}
        options={[{ value: "", label: t("nobody") }, ...options]}
      />
      <div className="space-y-1.5">
        <Select
          label={t("substitute", { role: proposal.roleName })}
          labelHidden
          value=""
          disabled={person === "" || others.length === 0}
          onChange={(event) => onChange({ ...assignment, substitutes: [...substitutes, event.target.value] })}
          options={[{ value: "", label: t("addSubstitute") }, ...others]}
        />
        <SubstituteList
          ids={substitutes}
          role={proposal.roleName}
          people={people}
          onRemove={(id) => onChange({ ...assignment, substitutes: substitutes.filter((one) => one !== id) })}
        />
      </div>
    </fieldset>
  );
}

type SubstituteListProps = { ids: string[]; role: string; people: Named[]; onRemove: (id: string) => void };

function SubstituteList({ ids, role, people, onRemove }: SubstituteListProps) {
  const t = useTranslations("plans.release");
  if (ids.length === 0) return null;
  const nameOf = (id: string) => people.find((one) => one.id === id)?.name ?? id;
  return (
    <ul className="flex flex-wrap gap-2">
      {ids.map((id) => (
        <li key={id}>
          <button
            type="button"
            aria-label={t("removeSubstitute", { name: nameOf(id), role })}
            onClick={() => onRemove(id)}
            className="target inline-flex items-center gap-1.5 border border-control px-2 text-sm text-ink-2 hover:text-ink"
          >
            {nameOf(id)}
            <X aria-hidden="true" className="size-3.5" />
          </button>
        </li>
      ))}
    </ul>
  );
}
