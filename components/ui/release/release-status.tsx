"use client";

import { useTranslations } from "next-intl";
import type { ReleaseStatus } from "@/lib/domain/release/state";
import { useRelease } from "@/lib/queries/release/use-release";
import { StateMark, type StateTone } from "../state-mark";

export const STATUS_TONES: Record<ReleaseStatus, StateTone> = {
  preparing: "waiting",
  running: "active",
  held: "held",
  observing: "active",
  closed: "done",
  cancelled: "skipped",
  rolling_back: "reverting",
  rolled_back: "reverting",
};

/** The release's state as colour, shape and word. */
export function ReleaseStatusMark() {
  const t = useTranslations("common.status");
  const { state } = useRelease();
  return <StateMark tone={STATUS_TONES[state.status]}>{t(state.status)}</StateMark>;
}
