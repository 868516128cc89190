import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PlanContents } from "@/components/plan/document/plan-contents";
import { PlanDocument } from "@/components/plan/document/plan-document";
import { PlanHeader } from "@/components/plan/plan-header";
import { PlanSide } from "@/components/plan/plan-side";
import { SourceDrawer } from "@/components/plan/source/source-drawer";
import { SourceFocusProvider } from "@/components/plan/source/source-focus";
import { Comparison } from "@/components/plan/versions/comparison";
import { comparePlans } from "@/lib/domain/plan/compare-plans";
import { services } from "@/lib/server/composition";
import { people } from "@/lib/server/people-composition";
import { findingsOf } from "@/lib/server/plan-findings";
import { requireViewer } from "@/lib/server/session";
import { loadPlan, onlyOne } from "./load-plan";

type Query = { version?: string | string[]; compare?: string | string[] };
type Props = { params: Promise<{ id: string }>; searchParams: Promise<Query> };

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const [{ id }, query] = await Promise.all([params, searchParams]);
  await requireViewer(`/plans/${id}`);
  const { version } = await loadPlan(id, onlyOne(query.version));
  return { title: `${version.version} · ${version.title}` };
}

async function differenceTo(planVersionId: string | undefined, shown: Awaited<ReturnType<typeof loadPlan>>["version"]) {
  const other = planVersionId === undefined ? null : await services().getPlanVersion(planVersionId);
  if (other === null || other.planId !== shown.planId || other.planVersionId === shown.planVersionId) return null;
  const [from, to] = other.number < shown.number ? [other, shown] : [shown, other];
  return { from: from.number, to: to.number, other: other.planVersionId, changes: comparePlans(from.plan, to.plan) };
}

/** A plan as it was understood, its versions and their differences, who approves it and what ran of it. */
export default async function PlanPage({ params, searchParams }: Props) {
  const [{ id }, query] = await Promise.all([params, searchParams]);
  const viewer = await requireViewer(`/plans/${id}`);
  const { details, version } = await loadPlan(id, onlyOne(query.version));
  const [t, findings, releases, everybody, difference] = await Promise.all([
    getTranslations("plans.difference"),
    findingsOf(version.planVersionId),
    services().listReleases(),
    people().listPeople(),
    differenceTo(onlyOne(query.compare), version),
  ]);
  const isPlanner = viewer.permissions.length > 0;
  return (
    <SourceFocusProvider>
      <div className="px-3 py-5 sm:px-5">
        <PlanHeader plan={version.plan} planId={id} planVersionId={version.planVersionId} isPlanner={isPlanner} />
        <div className="mt-5 grid items-start gap-x-8 gap-y-6 lg:grid-cols-[minmax(0,1fr)_20rem] xl:grid-cols-[11rem_minmax(0,1fr)_20rem]">
          <div className="sticky top-4 max-xl:hidden">
            <PlanContents plan={version.plan} />
          </div>
          <div className="min-w-0 max-lg:order-last">
            {difference === null ? null : (
              <Comparison
                changes={difference.changes}
                title={t("title", { from: difference.from, to: difference.to })}
              />
            )}
            <PlanDocument plan={version.plan} />
          </div>
          <PlanSide
            plan={version.plan}
            version={version}
            versions={details.versions}
            compared={difference?.other ?? null}
            findings={findings}
            releases={releases.filter((release) => release.planId === id)}
            people={everybody.filter(({ disabled }) => !disabled).map(({ id: person, name }) => ({ id: person, name }))}
            viewer={{ id: viewer.person, isPlanner }}
          />
        </div>
      </div>
      <SourceDrawer source={version.source} />
    </SourceFocusProvider>
  );
}
