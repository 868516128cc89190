import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { KeepFresh } from "@/components/home/keep-fresh";
import { RunnerDialog } from "@/components/settings/runner-dialog";
import { RunnerList } from "@/components/settings/runner-list";
import { Empty } from "@/components/ui/empty";
import { PageHeader } from "@/components/ui/page-header";
import { environment } from "@/lib/server/environment";
import { listRunnerViews } from "@/lib/server/runner-views";
import { requireViewer } from "@/lib/server/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings.runners"))("title") };
}

/** The hosts that may be asked to do something. */
export default async function RunnersPage() {
  const viewer = await requireViewer("/settings/runners");
  const t = await getTranslations("settings.runners");
  if (!viewer.permissions.includes("administrator")) {
    return (
      <>
        <PageHeader title={t("title")} lead={t("lead")} />
        <Empty title={t("notYours")}>{t("notYoursLead")}</Empty>
      </>
    );
  }
  const runners = await listRunnerViews();
  return (
    <>
      <KeepFresh />
      <PageHeader title={t("title")} lead={t("lead")} actions={<RunnerDialog publicUrl={environment().publicUrl} />} />
      {runners.length === 0 ? <Empty title={t("empty")}>{t("emptyLead")}</Empty> : <RunnerList runners={runners} />}
    </>
  );
}
