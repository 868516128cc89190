"use client";

import { ChevronDown } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/button";
import { Popup } from "@/components/ui/popup";

const FORMATS = ["markdown", "json", "yaml"] as const;
const ENTRY = "target flex w-full items-center px-3 whitespace-nowrap hover:bg-active";

type PlanMenuProps = { planId: string; planVersionId: string; readOnly?: boolean };

/** What else can be done with a version: another version of it, a copy, a file. */
export function PlanMenu({ planId, planVersionId, readOnly = false }: PlanMenuProps) {
  const t = useTranslations("plans.menu");
  const trigger = (
    <>
      {t("title")}
      <ChevronDown aria-hidden="true" className="size-4 text-ink-2" />
    </>
  );
  return (
    <Popup label={t("title")} trigger={trigger} className={buttonClass()}>
      {(close) => (
        <ul>
          {readOnly ? null : (
            <>
              <li>
                <Link href={`/plans/import?plan=${planId}`} className={ENTRY}>
                  {t("import")}
                </Link>
              </li>
              <li>
                <Link href={`/plans/import?plan=${planId}&from=${planVersionId}`} className={ENTRY}>
                  {t("source")}
                </Link>
              </li>
              <li className="border-b border-line pb-1">
                <Link href={`/plans/${planId}/edit?version=${planVersionId}&copy=1`} className={ENTRY}>
                  {t("copy")}
                </Link>
              </li>
            </>
          )}
          {FORMATS.map((format) => (
            <li key={format}>
              <a
                href={`/api/v1/plans/versions/${planVersionId}/export?format=${format}`}
                download
                onClick={close}
                className={ENTRY}
              >
                {t(`export.${format}`)}
              </a>
            </li>
          ))}
        </ul>
      )}
    </Popup>
  );
}
