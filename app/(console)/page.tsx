import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { FirstRun } from "@/components/home/first-run";
import { HomeBoard } from "@/components/home/home-board";
import { KeepFresh } from "@/components/home/keep-fresh";
import { buttonClass } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import type { Overview } from "@/lib/contracts/overview";
import { loadOverview } from "@/lib/server/overview";
import { requireViewer } from "@/lib/server/session";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("home");
  return { title: t("title") };
}

/** The lesson stays until something other than one first rehearsal is here. */
function isFirstRun({ running, next, over }: Overview): boolean {
  const [only, ...more] = running;
  return next.length === 0 && over.length === 0 && more.length === 0 && (only?.mode ?? "rehearsal") === "rehearsal";
}

/** What runs now, what is next, what waits for me. */
export default async function HomePage() {
  const viewer = await requireViewer("/");
  const [t, overview] = await Promise.all([getTranslations("home"), loadOverview(viewer.person)]);
  const isPlanner = viewer.permissions.length > 0;
  const teaches = isPlanner && isFirstRun(overview);
  const isEmpty = overview.running.length + overview.next.length + overview.over.length === 0;
  return (
    <div className="px-3 py-5 sm:px-5">
      <PageHeader
        title={t("title")}
        lead={isEmpty && !isPlanner ? t("emptyOther") : undefined}
        actions={
          isPlanner && !isEmpty ? (
            <Link href="/plans" className={buttonClass()}>
              {t("plans")}
            </Link>
          ) : undefined
        }
      />
      {teaches ? (
        <FirstRun plan={overview.plans[0] ?? null} rehearsal={overview.running[0]?.releaseId ?? null} />
      ) : null}
      {isEmpty && teaches ? null : <HomeBoard overview={overview} />}
      <KeepFresh />
    </div>
  );
}
