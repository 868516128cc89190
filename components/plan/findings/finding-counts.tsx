import { useTranslations } from "next-intl";
import { StateMark } from "@/components/ui/state-mark";
import type { Finding } from "@/lib/domain/plan/finding";
import { SEVERITY_ORDER, SEVERITY_TONE } from "./finding-kinds";

/** How many findings of each weight, as colour, shape and word. */
export function FindingCounts({ findings }: { findings: Finding[] }) {
  const t = useTranslations("plans.finding");
  if (findings.length === 0) return <span className="text-normal">{t("none")}</span>;
  return (
    <span className="inline-flex flex-wrap gap-x-4 gap-y-1">
      {SEVERITY_ORDER.map((severity) => {
        const count = findings.filter((finding) => finding.severity === severity).length;
        if (count === 0) return null;
        return (
          <StateMark key={severity} tone={SEVERITY_TONE[severity]}>
            {t(`count.${severity}`, { count })}
          </StateMark>
        );
      })}
    </span>
  );
}
