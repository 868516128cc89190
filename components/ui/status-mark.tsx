import { useTranslations } from "next-intl";
import type { ReleaseStatus } from "@/lib/domain/release/state";
import { StateMark, type StateTone } from "./state-mark";

const STATUS_TONES: Record<ReleaseStatus, StateTone> = {
  preparing: "waiting",
  running: "active",
  held: "held",
  observing: "active",
  closed: "done",
  cancelled: "skipped",
  rolling_back: "reverting",
  rolled_back: "reverting",
};

/** A release's state as colour, shape and word. */
export function StatusMark({ status }: { status: ReleaseStatus }) {
  const t = useTranslations("common.status");
  return <StateMark tone={STATUS_TONES[status]}>{t(status)}</StateMark>;
}
