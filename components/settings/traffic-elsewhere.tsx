import { useTranslations } from "next-intl";
import { StateMark } from "@/components/ui/state-mark";
import type { RunnerView } from "@/lib/contracts/runners";

/** Says of which shares two hosts could be meant, so that a way back would perhaps move the wrong proxy. */
export function TrafficElsewhere({ shared }: { shared: RunnerView["trafficElsewhere"] }) {
  const t = useTranslations("settings.runners");
  return shared.map(({ action, runners }) => (
    <p key={action} className="wrap-anywhere">
      <StateMark tone="warning" className="whitespace-normal!">
        {t("trafficElsewhere", { action, runners: runners.join(", ") })}
      </StateMark>
    </p>
  ));
}
