import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ReleaseForm } from "@/components/plan/release/release-form";
import { SourceFocusProvider } from "@/components/plan/source/source-focus";
import { nextStart } from "@/lib/domain/plan/next-start";
import { openErrors } from "@/lib/domain/plan/open-errors";
import { proposeRoles } from "@/lib/domain/plan/propose-roles";
import { services } from "@/lib/server/composition";
import { people } from "@/lib/server/people-composition";
import { findingsOf } from "@/lib/server/plan-findings";
import { requireViewer } from "@/lib/server/session";
import { loadPlan, onlyOne } from "../load-plan";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("plans.release");
  return { title: t("title") };
}

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ version?: string | string[] }> };

/** A plan version becomes a release: live or rehearsal, when, and who fills which role. */
export default async function NewReleasePage({ params, searchParams }: Props) {
  const [{ id }, query] = await Promise.all([params, searchParams]);
  const viewer = await requireViewer(`/plans/${id}/release`);
  if (viewer.permissions.length === 0) redirect(`/plans/${id}`);
  const { version } = await loadPlan(id, onlyOne(query.version));
  const [everybody, findings, now] = await Promise.all([
    people().listPeople(),
    findingsOf(version.planVersionId),
    services().now(),
  ]);
  const { plan } = version;
  return (
    <SourceFocusProvider>
      <div className="mx-auto w-full max-w-6xl px-3 py-5 sm:px-5">
        <ReleaseForm
          plan={plan}
          planId={id}
          planVersionId={version.planVersionId}
          number={version.number}
          findings={findings}
          openErrors={openErrors(findings, version.accepted)}
          approvals={{ wanted: plan.approvals.length, given: version.approvals.length }}
          proposals={proposeRoles(plan, everybody)}
          people={everybody.filter(({ disabled }) => !disabled).map(({ id: person, name }) => ({ id: person, name }))}
          self={{ id: viewer.person, name: viewer.name }}
          start={nextStart(plan, now)}
        />
      </div>
    </SourceFocusProvider>
  );
}
