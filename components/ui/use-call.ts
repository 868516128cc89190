"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { callApi } from "@/lib/queries/api/call-api";

export type Wanted = { method: "POST" | "PATCH" | "DELETE"; path: string; body?: unknown };

/** An act on people or keys: whether it is under way, in words why it was not done, and the page anew when it was. */
export function useCall() {
  const locale = useLocale();
  const t = useTranslations("settings");
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const run = async <Value>(wanted: Wanted): Promise<{ value: Value } | { problem: string }> => {
    setBusy(true);
    setProblem(null);
    const answer = await callApi<Value>({ ...wanted, locale });
    setBusy(false);
    // Also after a refusal: what the page shows may be what was refused because somebody else was faster.
    router.refresh();
    if (answer.ok) return { value: answer.value };
    const why = answer.detail ?? t("unreachable");
    setProblem(why);
    return { problem: why };
  };
  return { busy, problem, run, forget: () => setProblem(null) };
}
