"use client";

import { useTranslations } from "next-intl";
import { usePhrase } from "@/components/ui/phrase";
import { EvidenceText } from "@/components/ui/release/evidence-text";
import { roleNames } from "@/components/ui/release/plan-words";
import { ToneShape } from "@/components/ui/release/stage-shape";
import { timeOfDay } from "@/components/ui/release/time-text";
import type { StateTone } from "@/components/ui/state-mark";
import type { ChecklistItem } from "@/lib/domain/plan/plan";
import { actorName, roleName } from "@/lib/domain/release/describe";
import type { ItemState, Mark } from "@/lib/domain/release/state";
import { useRelease } from "@/lib/queries/release/use-release";
import { ItemActs } from "./item-acts";

function toneOf(own: ItemState | undefined): StateTone {
  if (own?.status === "signed") return "done";
  if (own?.status === "waived") return "caution";
  return own?.expired == null ? "waiting" : "warning";
}

/** One item: its words, its sign-off with role, name, time and evidence, and what can be done. */
export function ItemRow({ item }: { item: ChecklistItem }) {
  const t = useTranslations("checklist");
  const { plan, state } = useRelease();
  const own = state.items[item.id];
  return (
    <li className="grid grid-cols-[20px_minmax(0,1fr)_auto] items-baseline gap-x-2 gap-y-1 border-line border-b py-2 max-sm:grid-cols-[20px_minmax(0,1fr)]">
      <ToneShape tone={toneOf(own)} />
      <div className="min-w-0">
        <p className="break-words">
          {item.text}
          {item.owners === undefined ? null : (
            <span className="text-ink-2 text-sm"> · {roleNames(plan, item.owners)}</span>
          )}
          {item.required ? null : <span className="text-ink-3 text-sm"> · {t("optional")}</span>}
        </p>
        <ItemStanding own={own} />
      </div>
      <div className="flex flex-wrap items-center justify-end gap-2 max-sm:col-start-2 max-sm:justify-start">
        <ItemActs item={item} own={own} />
      </div>
    </li>
  );
}

function ItemStanding({ own }: { own: ItemState | undefined }) {
  const t = useTranslations("checklist");
  const say = usePhrase();
  const who = useWho();
  if (own === undefined) return null;
  if (own.status === "signed") {
    const { evidence, onBehalf, by, probe } = own.signed;
    const behalf = onBehalf || (by.kind === "person" && by.substitute);
    return (
      <p className="text-ink-2 text-sm">
        {behalf ? <b className="mr-1.5 border border-serious px-1 font-normal text-serious">{t("behalf")}</b> : null}
        {t("signedBy", who(own.signed))}
        {evidence === null ? null : (
          <>
            {` · ${t("evidence")} `}
            <EvidenceText evidence={evidence} />
          </>
        )}
        {probe === undefined ? null : ` · ${t("measured", { says: say(probe.says) })}`}
      </p>
    );
  }
  if (own.status === "waived") {
    return (
      <p className="text-caution text-sm">
        {t("waivedBy", who(own.waived))} · {own.waived.reason}
      </p>
    );
  }
  const last = own.expired ?? own.revoked;
  if (last === null) return null;
  return (
    <p className="text-serious text-sm">
      {t(own.expired === null ? "revokedBy" : "expired", who(last))} · {last.reason}
    </p>
  );
}

function useWho() {
  const { plan } = useRelease();
  return ({ by, releaseAt }: Mark) => ({
    who: actorName(by),
    role: by.kind === "person" && by.role !== null ? roleName(plan, by.role) : "–",
    time: timeOfDay(releaseAt, plan.timeZone),
  });
}
