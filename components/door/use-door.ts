"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { callApi } from "@/lib/queries/api/call-api";

/** Sends a form of the door; on success the browser loads `next` anew, with its session. */
export function useDoor(path: string, next: string) {
  const locale = useLocale();
  const t = useTranslations("door");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const send = async (body: Record<string, string>) => {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    const answer = await callApi<{ signedIn?: boolean }>({ method: "POST", path, body, locale });
    if (answer.ok) {
      location.assign(next);
      return;
    }
    setBusy(false);
    setProblem(answer.detail ?? t("unreachable"));
  };
  return { busy, problem, send };
}
