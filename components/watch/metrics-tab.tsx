"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ArmedLine } from "@/components/ui/release/armed-line";
import { isSimulated } from "@/components/ui/watch/age";
import { CheckCard } from "@/components/ui/watch/check-card";
import { checkRows, unmeasuredChecks } from "@/components/ui/watch/check-rows";
import { ReactionFacts } from "@/components/ui/watch/reaction-facts";
import { useRelease } from "@/lib/queries/release/use-release";
import { useRound } from "@/lib/queries/release/use-round";
import { AlertList } from "./alert-list";
import { CountedRequests } from "./counted-requests";

// Recharts weighs as much as the page: it comes when somebody wants to look closer.
const CheckDrawer = dynamic(() => import("./check-drawer").then((part) => part.CheckDrawer), { ssr: false });

/** Everything that is measured, and what hangs on it: alerts, automatic rollback, in a rehearsal the faults. */
export function MetricsTab() {
  const t = useTranslations("watch");
  const { plan, state, events } = useRelease();
  const round = useRound();
  const [opened, setOpened] = useState<string | null>(null);
  const rows = checkRows(plan, state, round);
  const unmeasured = unmeasuredChecks(plan);
  const shown = rows.find(({ check }) => check.id === opened) ?? null;
  return (
    <div className="pb-4">
      {isSimulated(round) ? <p className="pt-3 font-bold text-rehearsal">{t("simulated")}</p> : null}
      <h3 className="sr-only">{t("title")}</h3>
      {rows.length === 0 ? <p className="py-4 text-ink-2">{t("nothingMeasured")}</p> : null}
      <ul className="-mx-5 grid 2xl:grid-cols-2">
        {rows.map((row) => (
          <CheckCard key={row.check.id} row={row} onOpen={setOpened} />
        ))}
      </ul>
      {unmeasured.length === 0 ? null : (
        <p className="hatch mt-3 px-2 py-1 text-ink">
          {t("unmeasured", { count: unmeasured.length, names: unmeasured.map(({ text }) => text).join(" · ") })}
        </p>
      )}
      <CountedRequests />
      <AlertList />
      <section className="pt-5">
        <h3 className="pb-1 text-ink-3 text-sm">{t("automatic")}</h3>
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1.5">
          <ArmedLine />
        </div>
      </section>
      <ReactionFacts events={events} />
      {shown === null ? null : <CheckDrawer row={shown} onClose={() => setOpened(null)} />}
    </div>
  );
}
