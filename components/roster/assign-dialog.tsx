"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Checkbox, Select } from "@/components/ui/field";
import { RefusalLine } from "@/components/ui/release/refusal-text";
import { useAct } from "@/components/ui/release/use-act";
import type { PlanRole } from "@/lib/domain/plan/plan";
import type { Person } from "@/lib/domain/release/state";
import { useRelease } from "@/lib/queries/release/use-release";

type Props = { role: PlanRole; people: Person[]; onClose: () => void };

/** Giving a role to a person and naming who may stand in. */
export function AssignDialog({ role, people, onClose }: Props) {
  const t = useTranslations("console.roster");
  const common = useTranslations("console");
  const { state } = useRelease();
  const assigned = state.roles[role.id];
  const [person, setPerson] = useState(assigned?.person.id ?? "");
  const [substitutes, setSubstitutes] = useState(new Set(assigned?.substitutes.map((one) => one.id)));
  const { run, sending, sendingText, refused } = useAct();

  async function onSubmit() {
    const chosen = people.find((one) => one.id === person) ?? null;
    const standIns = people.filter((one) => substitutes.has(one.id) && one.id !== person);
    if (await run({ type: "role.assign", role: role.id, person: chosen, substitutes: standIns })) onClose();
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title={t("assignTitle", { role: role.name })}
      description={t("assignExplain")}
    >
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          void onSubmit();
        }}
      >
        <Select
          label={t("person")}
          value={person}
          onChange={(event) => setPerson(event.target.value)}
          options={[{ value: "", label: t("nobody") }, ...people.map((one) => ({ value: one.id, label: one.name }))]}
        />
        <SubstituteChoice
          people={people.filter((one) => one.id !== person)}
          chosen={substitutes}
          onChange={setSubstitutes}
        />
        <RefusalLine refusal={refused} />
        <div className="flex flex-wrap justify-end gap-2.5">
          <Button onClick={onClose}>{common("cancel")}</Button>
          <Button type="submit" tone="primary" busy={sending}>
            {sending ? sendingText : t("save")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

type SubstituteChoiceProps = { people: Person[]; chosen: Set<string>; onChange: (next: Set<string>) => void };

function SubstituteChoice({ people, chosen, onChange }: SubstituteChoiceProps) {
  const t = useTranslations("console.roster");

  function onToggle(id: string) {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    onChange(next);
  }

  return (
    <fieldset>
      <legend className="text-ink-2 text-sm">{t("substitutesLabel")}</legend>
      <div className="grid max-h-48 grid-cols-2 overflow-y-auto max-sm:grid-cols-1">
        {people.map((one) => (
          <Checkbox key={one.id} label={one.name} checked={chosen.has(one.id)} onChange={() => onToggle(one.id)} />
        ))}
      </div>
    </fieldset>
  );
}
