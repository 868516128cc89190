"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { Checklist } from "@/components/checklist/checklist";
import { ActAs } from "@/components/console/act-as";
import { Announcer } from "@/components/console/announcer";
import { Banners } from "@/components/console/banners";
import { LinkLamp } from "@/components/console/link-lamp";
import { PageHeader } from "@/components/ui/page-header";
import { AfterthoughtBar } from "@/components/ui/release/afterthought";
import { ReleaseStatusMark } from "@/components/ui/release/release-status";
import { StopActs } from "@/components/ui/release/stop-acts";
import { useRelease } from "@/lib/queries/release/use-release";

/** The checklist of one release, with the way to stop at the same place as everywhere. */
export function ChecklistScreen() {
  const t = useTranslations("checklist");
  const { plan, releaseId } = useRelease();
  return (
    <div className="relative flex min-h-0 shrink grow basis-[0px] flex-col overflow-hidden">
      <Announcer />
      <Banners />
      <div className="min-h-0 flex-1 overflow-y-auto">
        <div className="mx-auto w-full max-w-5xl px-4.5 pt-5 sm:px-7">
          <PageHeader
            title={t("title")}
            lead={
              <span className="flex flex-wrap gap-x-3">
                <Link className="text-standby underline underline-offset-2" href={`/releases/${releaseId}`}>
                  {plan.info.version} · {t("toConsole")}
                </Link>
                <ReleaseStatusMark />
                <LinkLamp />
              </span>
            }
            actions={<ActAs />}
          />
          <Checklist />
        </div>
      </div>
      <AfterthoughtBar />
      <footer className="border-line-strong border-t bg-panel px-4.5 py-3 sm:px-7">
        <div className="flex gap-2.5 max-sm:hidden">
          <StopActs />
        </div>
        <div className="sm:hidden">
          <StopActs narrow="thumb" />
        </div>
      </footer>
    </div>
  );
}
