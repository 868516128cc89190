"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { StateMark } from "@/components/ui/state-mark";
import type { PlanRole } from "@/lib/domain/plan/plan";
import { actorName } from "@/lib/domain/release/describe";
import type { Person } from "@/lib/domain/release/state";
import { useAvailability } from "@/lib/queries/command/use-availability";
import { useRelease } from "@/lib/queries/release/use-release";
import { AssignDialog } from "./assign-dialog";

type Props = { role: PlanRole; people: Person[] };

/** One role: its person and substitutes, the plan's contact, and the hand-over. */
export function RoleRow({ role, people }: Props) {
  const t = useTranslations("console.roster");
  const { plan, state } = useRelease();
  const assigned = state.roles[role.id];
  const contact = plan.contacts.find((one) => one.role === role.id);
  return (
    <li className="grid grid-cols-[minmax(5em,8.5em)_minmax(0,1fr)_auto] items-baseline gap-x-3 gap-y-0.5 border-line border-b py-2">
      <span className="break-words text-ink-2">{role.name}</span>
      <div className="min-w-0">
        <p className="flex flex-wrap items-baseline gap-x-2.5">
          {assigned === undefined ? <Vacant role={role} /> : <b>{assigned.person.name}</b>}
          {assigned === undefined || assigned.substitutes.length === 0 ? null : (
            <span className="text-ink-2">
              {t("substitutes", { names: assigned.substitutes.map((one) => one.name).join("、") })}
            </span>
          )}
        </p>
        {contact === undefined ? null : (
          <p className="flex flex-wrap gap-x-3 text-ink-2 text-sm">
            {contact.person === assigned?.person.name ? null : <span>{t("inPlan", { name: contact.person })}</span>}
            {contact.phone === null ? null : (
              <a className="hover:text-ink hover:underline" href={`tel:${contact.phone.replace(/[^\d+]/g, "")}`}>
                {contact.phone}
              </a>
            )}
            {contact.email === null ? null : (
              <a className="break-all hover:text-ink hover:underline" href={`mailto:${contact.email}`}>
                {contact.email}
              </a>
            )}
          </p>
        )}
      </div>
      <Assign role={role} people={people} />
    </li>
  );
}

/** A role without a person. The creator manages the release until the manager's role has somebody. */
function Vacant({ role }: { role: PlanRole }) {
  const t = useTranslations("console.roster");
  const { plan, state } = useRelease();
  const creator = state.created.by;
  const managed = role.id === plan.manager && creator.kind === "person";
  return <StateMark tone="caution">{managed ? t("standsIn", { who: actorName(creator) }) : t("nobody")}</StateMark>;
}

function Assign({ role, people }: Props) {
  const t = useTranslations("console.roster");
  const { state, viewer } = useRelease();
  const [open, setOpen] = useState(false);
  const assigned = state.roles[role.id];
  // Whom to assign is not chosen yet: any other person tells whether this viewer may assign at all.
  const probe = people.find((one) => one.id !== viewer?.person && one.id !== assigned?.person.id) ?? null;
  const refusal = useAvailability({ type: "role.assign", role: role.id, person: probe });
  if (refusal !== null && !open) return <span />;
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {assigned === undefined ? t("assign") : t("change")}
      </Button>
      {open ? <AssignDialog role={role} people={people} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
