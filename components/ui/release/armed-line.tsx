"use client";

import { useTranslations } from "next-intl";
import { StateMark } from "@/components/ui/state-mark";
import { actorName } from "@/lib/domain/release/describe";
import { useAvailability } from "@/lib/queries/command/use-availability";
import { useRelease } from "@/lib/queries/release/use-release";
import { CommandButton } from "./command-button";
import { ReasonButton } from "./reason-button";
import { timeOfDay } from "./time-text";

/** Whether P0 rolls back by itself: a person arms it, visibly to all, and disarming wants a reason. */
export function ArmedLine() {
  const t = useTranslations("console.rollback");
  const { plan, state } = useRelease();
  const { armed } = state.rollback;
  // Who may not arm needs no button; who may, and cannot now, is told why.
  const stands = useAvailability({ type: "rollback.arm" })?.because === "p0-stands-failed";
  return (
    <>
      <StateMark tone={armed === null ? "skipped" : "active"} className="whitespace-normal">
        {armed === null
          ? t("isDisarmed")
          : t("isArmed", { who: actorName(armed.by), time: timeOfDay(armed.releaseAt, plan.timeZone) })}
      </StateMark>
      {armed === null ? (
        <CommandButton command={{ type: "rollback.arm" }} size="small" refused={stands ? "say" : "hide"}>
          {t("arm")}
        </CommandButton>
      ) : (
        <ReasonButton
          size="small"
          command={(reason) => ({ type: "rollback.disarm", reason })}
          title={t("disarmTitle")}
          label={t("disarm")}
        />
      )}
    </>
  );
}
