"use client";

import { useTranslations } from "next-intl";
import type { StageId } from "@/lib/domain/plan/ids";
import { forecast } from "@/lib/domain/release/forecast";
import { useNow } from "@/lib/queries/release/use-now";
import { useRelease } from "@/lib/queries/release/use-release";
import { GateRow } from "./gate-row";
import { StageRow } from "./stage-row";
import { timelineRows } from "./timeline-rows";

type Props = { shown: StageId | null; onShow: (stage: StageId) => void };

/** The plan from top to bottom: planned time, state, how long it took or when it is expected, and the gates between. */
export function Timeline({ shown, onShow }: Props) {
  const t = useTranslations("console.timeline");
  const { plan, state } = useRelease();
  const expected = forecast(plan, state, useNow());
  return (
    <nav aria-label={t("title")} className="min-h-0 overflow-y-auto border-line border-r py-3.5">
      <h2 className="flex justify-between px-5 pb-2 text-ink-3 text-sm">{t("heading")}</h2>
      <ol>
        {timelineRows(plan, expected).map((row) =>
          row.kind === "gate" ? (
            <GateRow key={row.gate.id} gate={row.gate} />
          ) : (
            <StageRow key={row.row.stage.id} row={row.row} shown={row.row.stage.id === shown} onShow={onShow} />
          ),
        )}
      </ol>
    </nav>
  );
}
