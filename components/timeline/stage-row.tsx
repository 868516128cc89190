"use client";

import { clsx } from "clsx";
import { useTranslations } from "next-intl";
import { StageShape } from "@/components/ui/release/stage-shape";
import { minuteOfDay } from "@/components/ui/release/time-text";
import type { StageId } from "@/lib/domain/plan/ids";
import type { StageForecast } from "@/lib/domain/release/forecast";
import { useRelease } from "@/lib/queries/release/use-release";
import { StageTiming } from "./stage-timing";

type Props = { row: StageForecast; shown: boolean; onShow: (stage: StageId) => void };

/** One stage on the timeline; pressing it opens the stage in the middle. */
export function StageRow({ row, shown, onShow }: Props) {
  const t = useTranslations("console");
  const { plan, state } = useRelease();
  const status = state.stages[row.stage.id]?.status ?? "pending";
  const ended = ["completed", "skipped", "reverted"].includes(status);
  return (
    <li>
      <button
        type="button"
        aria-current={status === "running" ? "step" : undefined}
        aria-pressed={shown}
        onClick={() => onShow(row.stage.id)}
        className={clsx(
          "grid w-full grid-cols-[40px_14px_minmax(0,1fr)_auto] items-baseline gap-2 px-4 py-[5px] text-left",
          "hover:bg-panel focus-visible:outline-offset-[-2px]",
          status === "running" && "bg-active font-bold shadow-[inset_3px_0_0_var(--standby)]",
          shown && status !== "running" && "bg-panel shadow-[inset_3px_0_0_var(--line-strong)]",
        )}
      >
        <span className="font-normal text-ink-3">{minuteOfDay(row.plannedStart, plan.timeZone)}</span>
        <StageShape status={status} />
        <span
          className={clsx("break-words xl:truncate", !ended && status === "pending" && "text-ink-2")}
          title={row.stage.name}
        >
          {row.stage.name}
          <span className="sr-only">{t(`stageStatus.${status}`)}</span>
        </span>
        <StageTiming row={row} status={status} />
      </button>
    </li>
  );
}
