import { useTranslations } from "next-intl";
import type { ReleaseEvent } from "@/lib/domain/release/events";
import { reactionTimes } from "@/lib/domain/release/reaction-times";
import { StateMark } from "../state-mark";

/** After a fault that was caught: the release's seconds from the fault to each thing that followed. */
export function ReactionFacts({ events }: { events: readonly ReleaseEvent[] }) {
  const t = useTranslations("watch.reaction");
  const times = reactionTimes(events);
  if (times === null || times.detected === null) return null;
  const { injectedAt, detected, rolledBackAt, trafficBackAt } = times;
  const seconds = (at: number) => Math.round((at - injectedAt) / 1000);
  return (
    <section className="pt-5">
      <h3 className="pb-1 text-ink-3 text-sm">{t("title")}</h3>
      <p className="flex flex-wrap gap-x-5 gap-y-1">
        <StateMark tone="done">{t("detected", { seconds: seconds(detected.at) })}</StateMark>
        {rolledBackAt === null ? null : (
          <StateMark tone="done">{t("rollback", { seconds: seconds(rolledBackAt) })}</StateMark>
        )}
        {rolledBackAt === null ? null : trafficBackAt === null ? (
          <StateMark tone="active">{t("waiting")}</StateMark>
        ) : (
          <StateMark tone="done">{t("back", { seconds: seconds(trafficBackAt) })}</StateMark>
        )}
      </p>
    </section>
  );
}
