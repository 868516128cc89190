"use client";

import { useTranslations } from "next-intl";
import { CheckCard } from "@/components/ui/watch/check-card";
import { checkRows } from "@/components/ui/watch/check-rows";
import type { Gate } from "@/lib/domain/plan/plan";
import { useRelease } from "@/lib/queries/release/use-release";
import { useRound } from "@/lib/queries/release/use-round";

/** What the hold point wants measured, with the judge's verdict; what nobody measures is hatched and says so. */
export function CheckTiles({ gate, onOpen }: { gate: Gate; onOpen: () => void }) {
  const t = useTranslations("watch");
  const { plan, state } = useRelease();
  const round = useRound();
  const wanted = plan.checks.filter((check) => gate.checks.includes(check.id));
  if (wanted.length === 0) return null;
  const rows = checkRows(plan, state, round).filter(({ check }) => gate.checks.includes(check.id));
  const unmeasured = wanted.filter(({ measure }) => measure === null);
  return (
    <section aria-label={t("title")} className="border-line border-t">
      <h3 className="px-5 pt-3 pb-1 text-ink-3 text-sm">{t("title")}</h3>
      <ul>
        {rows.map((row) => (
          <CheckCard key={row.check.id} row={row} onOpen={onOpen} short />
        ))}
        {unmeasured.map((check) => (
          <li
            key={check.id}
            className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-3 border-line border-b px-5 py-2"
          >
            <span className="block truncate" title={check.text}>
              {check.text}
            </span>
            <span className="hatch px-2 py-0.5 text-ink text-sm">{t("notWatched")}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
