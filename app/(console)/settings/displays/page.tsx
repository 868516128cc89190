import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { DisplayList, type ReleaseDisplays } from "@/components/settings/display-list";
import { buttonClass } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import type { Actor } from "@/lib/domain/release/actor";
import type { ReleaseStatus } from "@/lib/domain/release/state";
import { services } from "@/lib/server/composition";
import { people } from "@/lib/server/people-composition";
import { actorOf, requireViewer } from "@/lib/server/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings.displays"))("title") };
}

const OVER: readonly ReleaseStatus[] = ["closed", "cancelled", "rolled_back"];
/** Releases that are over are only looked through so far back for links that still open something. */
const PAST_RELEASES = 20;

async function releasesWithLinks(actor: Actor): Promise<ReleaseDisplays[]> {
  const [releases, now] = await Promise.all([services().listReleases(), services().now()]);
  const isOver = ({ status }: { status: ReleaseStatus }) => OVER.includes(status);
  const live = releases.filter((release) => !isOver(release));
  const past = releases.filter(isOver).slice(0, PAST_RELEASES);
  const rows = await Promise.all(
    [...live, ...past].map(async ({ releaseId, version, planTitle, mode, status }) => {
      const listed = await people().listDisplayLinks({ actor, releaseId });
      const links = (listed.ok ? listed.value : [])
        .filter(({ revokedAt }) => revokedAt === null)
        .map((link) => ({ ...link, isOver: link.expiresAt !== null && link.expiresAt <= now }));
      return { releaseId, version, title: planTitle, mode, status, links };
    }),
  );
  return rows.filter((row) => !isOver(row) || row.links.some((link) => !link.isOver));
}

/** Links that open a wall, release by release. */
export default async function DisplaysPage() {
  const viewer = await requireViewer("/settings/displays");
  const [t, access] = await Promise.all([getTranslations("settings.displays"), getTranslations("access")]);
  const mayManage = viewer.permissions.length > 0;
  const releases = mayManage ? await releasesWithLinks(actorOf(viewer)) : [];
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      {mayManage ? null : (
        <Notice tone="unknown" title={access("needs-administrator-or-planner")}>
          {t("ask")}
        </Notice>
      )}
      {mayManage && releases.length === 0 ? (
        <Empty
          title={t("empty")}
          action={
            <Link href="/plans" className={buttonClass("primary")}>
              {t("plans")}
            </Link>
          }
        >
          {t("emptyLead")}
        </Empty>
      ) : null}
      {releases.length === 0 ? null : <DisplayList releases={releases} />}
    </>
  );
}
