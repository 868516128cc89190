"use client";

import { useTranslations } from "next-intl";
import { StateMark, type StateTone } from "@/components/ui/state-mark";
import type { Gate } from "@/lib/domain/plan/plan";
import type { CheckVerdict } from "@/lib/domain/release/state";
import { useRelease } from "@/lib/queries/release/use-release";

const TONES: Record<CheckVerdict, StateTone> = {
  passed: "go",
  failed: "failed",
  inconclusive: "warning",
  errored: "warning",
  no_data: "unknown",
};

/** What the plan wants measured, with the judge's verdict; what nobody measures is hatched and says so. */
export function CheckTiles({ gate }: { gate: Gate }) {
  const t = useTranslations("console.check");
  const { plan, state } = useRelease();
  const checks = plan.checks.filter((check) => gate.checks.includes(check.id));
  if (checks.length === 0) return null;
  return (
    <section aria-label={t("title")} className="border-line border-t">
      <h3 className="px-5 pt-3 pb-1 text-ink-3 text-sm">{t("title")}</h3>
      <ul>
        {checks.map((check) => {
          const now = state.checks[check.id];
          return (
            <li
              key={check.id}
              className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-3 border-line border-b px-5 py-2"
            >
              <span className="min-w-0">
                <span className="block truncate" title={check.text}>
                  {check.text}
                </span>
                {now === undefined ? null : <span className="block text-ink-2 text-sm">{now.sentence}</span>}
              </span>
              {now === undefined ? (
                <span className="hatch px-2 py-0.5 text-ink-2 text-sm">{t("notWatched")}</span>
              ) : (
                <StateMark tone={TONES[now.verdict]}>{t(`verdict.${now.verdict}`)}</StateMark>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
