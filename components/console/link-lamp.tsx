"use client";

import { useTranslations } from "next-intl";
import { StateMark } from "@/components/ui/state-mark";
import { useLink } from "@/lib/queries/release/use-link";

/** Whether what stands here is the present. */
export function LinkLamp() {
  const t = useTranslations("console.link");
  const { status, databaseUp } = useLink();
  if (status === "lost") return <StateMark tone="failed">{t("lost")}</StateMark>;
  if (status === "connecting") return <StateMark tone="waiting">{t("connecting")}</StateMark>;
  if (!databaseUp) return <StateMark tone="warning">{t("database")}</StateMark>;
  return <StateMark tone="go">{t("live")}</StateMark>;
}
