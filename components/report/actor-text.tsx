import { useTranslations } from "next-intl";
import type { Plan } from "@/lib/domain/plan/plan";
import type { ActorRecord } from "@/lib/domain/release/actor";
import { actorName, roleName } from "@/lib/domain/release/describe";

/** Who did it, in which role, and whether for another or in a role that was only played. */
export function ActorText({ plan, actor }: { plan: Plan; actor: ActorRecord }) {
  const t = useTranslations("report.actor");
  if (actor.kind === "system") return <span className="text-ink-3">{actorName(actor)}</span>;
  return (
    <>
      {actor.name}
      {actor.role === null ? null : <span className="text-ink-3"> · {roleName(plan, actor.role)}</span>}
      {actor.substitute ? <span className="ml-1.5 text-caution">{t("substitute")}</span> : null}
      {actor.played ? <span className="ml-1.5 text-rehearsal">{t("played")}</span> : null}
    </>
  );
}
