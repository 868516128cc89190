"use client";

import { useTranslations } from "next-intl";
import { useActing } from "@/components/ui/release/acting-role";
import { mayPlayRoles } from "@/components/ui/release/playing";
import { EVERYONE, type RoleId } from "@/lib/domain/plan/ids";
import type { Plan } from "@/lib/domain/plan/plan";
import { roleName } from "@/lib/domain/release/describe";
import { rolesHeldBy } from "@/lib/domain/release/waiting";
import { useRelease } from "@/lib/queries/release/use-release";

const MINE = "";

/** Who I am here; those who hold several roles, or play in a rehearsal, choose under which they act. */
export function ActAs() {
  const t = useTranslations("console.header");
  const { plan, state, viewer } = useRelease();
  const { role, choose } = useActing();
  if (viewer === null) return null;
  const held = [...rolesHeldBy(plan, state, viewer.person).keys()];
  const playable = mayPlayRoles(state, viewer) ? othersOf(plan, held) : [];
  const mine = held.map((one) => roleName(plan, one)).join(" · ");
  if (held.length + playable.length < 2) {
    return (
      <span className="flex max-w-56 items-baseline gap-2">
        {viewer.name}
        <span className="truncate text-ink-2">{mine === "" ? t("noRole") : mine}</span>
      </span>
    );
  }
  return (
    <label className="flex items-center gap-2">
      <span className="max-w-24 truncate max-2xl:sr-only">{viewer.name}</span>
      <span className="sr-only">{t("actAs")}</span>
      <select
        className="min-h-7 max-w-24 truncate 2xl:max-w-40 border border-control bg-panel px-1.5 text-ink-2 max-sm:min-h-12"
        value={role ?? MINE}
        onChange={(event) => choose(plan.roles.find((one) => one.id === event.target.value)?.id ?? null)}
      >
        <option value={MINE}>{mine === "" ? t("noRole") : mine}</option>
        {held.length < 2 ? null : (
          <optgroup label={t("myRoles")}>
            {held.map((one) => (
              <option key={one} value={one}>
                {roleName(plan, one)}
              </option>
            ))}
          </optgroup>
        )}
        {playable.length === 0 ? null : (
          <optgroup label={t("play")}>
            {playable.map((one) => (
              <option key={one} value={one}>
                {t("playRole", { role: roleName(plan, one) })}
              </option>
            ))}
          </optgroup>
        )}
      </select>
    </label>
  );
}

function othersOf(plan: Plan, held: RoleId[]): RoleId[] {
  return plan.roles.map((one) => one.id).filter((one) => one !== EVERYONE && !held.includes(one));
}
