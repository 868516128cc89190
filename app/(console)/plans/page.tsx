import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { LoadSample } from "@/components/plan/load-sample";
import { PlanTable } from "@/components/plan/plan-table";
import { buttonClass } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { PageHeader } from "@/components/ui/page-header";
import { services } from "@/lib/server/composition";
import { findingsOf } from "@/lib/server/plan-findings";
import { requireViewer } from "@/lib/server/session";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("plans.list");
  return { title: t("title") };
}

/** Every plan with its newest version. */
export default async function PlansPage() {
  const viewer = await requireViewer("/plans");
  const t = await getTranslations("plans.list");
  const [plans, releases] = await Promise.all([services().listPlans(), services().listReleases()]);
  const rows = await Promise.all(
    plans.map(async ({ planId, latest, versions }) => ({
      planId,
      title: latest.title,
      version: latest.version,
      versions,
      changedAt: latest.createdAt,
      changedBy: latest.createdBy,
      findings: await findingsOf(latest.planVersionId),
      releases: releases.filter((release) => release.planId === planId),
    })),
  );
  const isPlanner = viewer.permissions.length > 0;
  const importLink = (
    <Link href="/plans/import" className={buttonClass("primary")}>
      {t("import")}
    </Link>
  );
  return (
    <div className="px-3 py-5 sm:px-5">
      <PageHeader title={t("title")} lead={t("lead")} actions={isPlanner && rows.length > 0 ? importLink : undefined} />
      {rows.length > 0 ? (
        <PlanTable rows={rows} />
      ) : (
        <Empty
          title={t("empty")}
          action={
            isPlanner ? (
              <>
                {importLink}
                <LoadSample />
              </>
            ) : undefined
          }
        >
          {isPlanner ? t("emptyPlanner") : t("emptyOther")}
        </Empty>
      )}
    </div>
  );
}
