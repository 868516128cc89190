import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SourceDialog } from "@/components/settings/source-dialog";
import { SourceList } from "@/components/settings/source-list";
import { Empty } from "@/components/ui/empty";
import { PageHeader } from "@/components/ui/page-header";
import { actorOf, requireViewer } from "@/lib/server/session";
import { sources } from "@/lib/server/sources-composition";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings.sources"))("title") };
}

/** Where metrics come from. */
export default async function SourcesPage() {
  const viewer = await requireViewer("/settings/sources");
  const [t, listed] = await Promise.all([
    getTranslations("settings.sources"),
    sources().listSources({ actor: actorOf(viewer) }),
  ]);
  if (!listed.ok) {
    return (
      <>
        <PageHeader title={t("title")} lead={t("lead")} />
        <Empty title={t("notYours")}>{t("notYoursLead")}</Empty>
      </>
    );
  }
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} actions={<SourceDialog />} />
      {listed.value.length === 0 ? (
        <Empty title={t("empty")}>{t("emptyLead")}</Empty>
      ) : (
        <SourceList sources={listed.value} />
      )}
    </>
  );
}
