import Link from "next/link";
import { useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import type { Plan } from "@/lib/domain/plan/plan";
import { PlanFacts } from "./document/plan-facts";
import { PlanMenu } from "./plan-menu";
import { RehearseButton } from "./rehearse-button";

type PlanHeaderProps = { plan: Plan; planId: string; planVersionId: string; isPlanner: boolean };

/** What the plan is called and what can be done with it. */
export function PlanHeader({ plan, planId, planVersionId, isPlanner }: PlanHeaderProps) {
  const t = useTranslations("plans");
  return (
    <div>
      <PageHeader
        title={plan.title}
        lead={plan.subtitle ?? undefined}
        actions={
          isPlanner ? (
            <>
              <PlanMenu planId={planId} planVersionId={planVersionId} />
              <Link href={`/plans/${planId}/edit?version=${planVersionId}`} className={buttonClass()}>
                {t("editPlan")}
              </Link>
              <RehearseButton planVersionId={planVersionId} />
              <Link href={`/plans/${planId}/release?version=${planVersionId}`} className={buttonClass("primary")}>
                {t("createRelease")}
              </Link>
            </>
          ) : (
            <PlanMenu planId={planId} planVersionId={planVersionId} readOnly />
          )
        }
      />
      <PlanFacts plan={plan} />
    </div>
  );
}
