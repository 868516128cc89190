import { useTranslations } from "next-intl";
import type { Finding } from "@/lib/domain/plan/finding";
import type { RoleId } from "@/lib/domain/plan/ids";
import type { Plan } from "@/lib/domain/plan/plan";
import type { AcceptedWord, EarlierWord } from "./findings/acceptance";
import { FindingCounts } from "./findings/finding-counts";
import { VersionFindings } from "./findings/version-findings";
import { type PlanRelease, PlanReleases } from "./release-list";
import { SidePanel } from "./side-panel";
import { type ApprovalRow, Approvals } from "./versions/approvals";
import { VersionList, type VersionRow } from "./versions/version-list";

type Named = { id: string; name: string };
type Version = {
  planId: string;
  planVersionId: string;
  approvals: { role: RoleId; person: Named; at: number }[];
  approvers: { role: RoleId; person: Named }[];
  accepted: AcceptedWord[];
  acceptedEarlier: EarlierWord[];
};

type PlanSideProps = {
  plan: Plan;
  version: Version;
  versions: VersionRow[];
  compared: string | null;
  findings: Finding[];
  releases: PlanRelease[];
  people: Named[];
  viewer: { id: string; isPlanner: boolean };
};

function approvalRows(plan: Plan, { approvals, approvers }: Version): ApprovalRow[] {
  return plan.approvals.map(({ role }) => {
    const given = approvals.find((one) => one.role === role);
    return {
      role,
      approver: approvers.find((one) => one.role === role)?.person ?? null,
      given: given === undefined ? null : { name: given.person.name, at: given.at },
    };
  });
}

/** What stands beside a plan: approvals, releases, findings, versions. */
export function PlanSide({ plan, version, versions, compared, findings, releases, people, viewer }: PlanSideProps) {
  const t = useTranslations("plans");
  return (
    <aside aria-label={t("side")} className="min-w-0">
      <SidePanel id="approvals" title={t("approval.title")}>
        <Approvals
          plan={plan}
          planVersionId={version.planVersionId}
          rows={approvalRows(plan, version)}
          people={people}
          viewer={viewer}
        />
      </SidePanel>
      <SidePanel id="releases" title={t("releases")}>
        <PlanReleases releases={releases} timeZone={plan.timeZone} />
      </SidePanel>
      <SidePanel id="versions" title={t("version.title")}>
        <VersionList
          planId={version.planId}
          versions={versions}
          shown={version.planVersionId}
          compared={compared}
          timeZone={plan.timeZone}
        />
      </SidePanel>
      <SidePanel id="findings" title={t("finding.title")}>
        <FindingCounts findings={findings} />
        <VersionFindings
          plan={plan}
          planVersionId={version.planVersionId}
          findings={findings}
          accepted={version.accepted}
          acceptedEarlier={version.acceptedEarlier}
          isPlanner={viewer.isPlanner}
        />
      </SidePanel>
    </aside>
  );
}
