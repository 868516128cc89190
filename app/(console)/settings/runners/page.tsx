import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { KeepFresh } from "@/components/home/keep-fresh";
import { RunnerDialog } from "@/components/settings/runner-dialog";
import { RunnerList, type RunnerView } from "@/components/settings/runner-list";
import { Empty } from "@/components/ui/empty";
import { PageHeader } from "@/components/ui/page-header";
import type { RunnerRecord } from "@/lib/ports/runner-store";
import { services } from "@/lib/server/composition";
import { environment } from "@/lib/server/environment";
import { runners } from "@/lib/server/runner-composition";
import { requireViewer } from "@/lib/server/session";
import type { WorkUnderWay } from "@/lib/services/runner/list-work";

/** A runner asks for work every few seconds; who has not for so long is not there. */
const SILENT_AFTER_MS = 20_000;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings.runners"))("title") };
}

function viewOf({ hello, ...runner }: RunnerRecord, work: WorkUnderWay[], now: number): RunnerView {
  const { lastSeenAt } = runner;
  const heard = lastSeenAt === null ? "never" : now - lastSeenAt > SILENT_AFTER_MS ? "silent" : "here";
  return {
    ...runner,
    heard,
    host: hello?.host ?? null,
    actions: hello?.actions.map(({ name }) => name) ?? [],
    planScripts: hello?.planScripts ?? false,
    work: work.filter((one) => one.runner === runner.name && one.mode === runner.mode),
  };
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
  const [all, work, now] = await Promise.all([runners().listRunners(), runners().listWork(), services().now()]);
  return (
    <>
      <KeepFresh />
      <PageHeader title={t("title")} lead={t("lead")} actions={<RunnerDialog publicUrl={environment().publicUrl} />} />
      {all.length === 0 ? (
        <Empty title={t("empty")}>{t("emptyLead")}</Empty>
      ) : (
        <RunnerList runners={all.map((runner) => viewOf(runner, work, now))} />
      )}
    </>
  );
}
