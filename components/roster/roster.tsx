"use client";

import { useTranslations } from "next-intl";
import { EVERYONE } from "@/lib/domain/plan/ids";
import type { Person } from "@/lib/domain/release/state";
import { useRelease } from "@/lib/queries/release/use-release";
import { RoleRow } from "./role-row";

/** Who fills which role, who stands in, how to reach them, and where everybody meets when it burns. */
export function Roster({ people }: { people: Person[] }) {
  const t = useTranslations("console.roster");
  const { plan } = useRelease();
  return (
    <div className="pb-6">
      <ul>
        {plan.roles
          .filter((role) => role.id !== EVERYONE)
          .map((role) => (
            <RoleRow key={role.id} role={role} people={people} />
          ))}
      </ul>
      {plan.channels.length === 0 ? null : (
        <section className="pt-5">
          <h3 className="text-ink-3 text-sm">{t("channels")}</h3>
          <ul>
            {plan.channels.map((channel) => (
              <li
                key={`${channel.kind}:${channel.name}`}
                className="grid grid-cols-[8.5em_minmax(0,1fr)] gap-3 border-line border-b py-2"
              >
                <span className="text-ink-2">{channel.name}</span>
                <span className="break-words">{channel.address}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
