"use client";

import { useTranslations } from "next-intl";
import { PreparingHeader } from "@/components/console/preparing-header";
import { StageHeader } from "@/components/stage/stage-header";
import { Button } from "@/components/ui/button";
import type { Stage } from "@/lib/domain/plan/plan";
import { forecast } from "@/lib/domain/release/forecast";
import { useNow } from "@/lib/queries/release/use-now";
import { useRelease } from "@/lib/queries/release/use-release";
import { Ended, ObservingHeader, RollbackHeader } from "./later-parts";

type Props = { shown: Stage | null; isSelected: boolean; onBack: () => void };

/** The head of the middle: the stage that is shown, or what the release as a whole is in. */
export function CentreHeader({ shown, isSelected, onBack }: Props) {
  const t = useTranslations("console.stage");
  const { plan, state } = useRelease();
  const row = forecast(plan, state, useNow()).stages.find((one) => one.stage.id === shown?.id);
  if (shown !== null && row !== undefined) {
    return (
      <>
        {isSelected ? (
          <Button tone="quiet" size="small" className="-ml-2.5 self-start" onClick={onBack}>
            ← {t("backToNow")}
          </Button>
        ) : null}
        <StageHeader stage={shown} row={row} />
      </>
    );
  }
  switch (state.status) {
    case "preparing":
      return <PreparingHeader />;
    case "observing":
      return <ObservingHeader />;
    case "rolling_back":
    case "rolled_back":
      return <RollbackHeader />;
    default:
      return <Ended />;
  }
}
