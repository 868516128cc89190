"use client";

import { useTranslations } from "next-intl";
import type { Refusal } from "@/lib/domain/release/refusal";
import { useSentence } from "./use-sentence";

const SHOWN = 3;

/** Why a control is disabled or was refused, in words beside it, with what is missing. */
export function RefusalText({ refusal }: { refusal: Refusal }) {
  const sentence = useSentence();
  const missing = (refusal.unmet ?? []).filter((condition) => condition.met === "unmet");
  if (missing.length === 0) return <>{sentence.refusal(refusal)}</>;
  const named = missing.slice(0, SHOWN).map((condition) => sentence.condition(condition));
  const rest = missing.length > SHOWN ? [`+${missing.length - SHOWN}`] : [];
  return <>{[...named, ...rest].join(" · ")}</>;
}

/** The same where there is no room: how many conditions are missing, else the sentence. */
export function MissingCount({ refusal }: { refusal: Refusal }) {
  const t = useTranslations("console");
  const count = (refusal.unmet ?? []).filter((condition) => condition.met === "unmet").length;
  return count === 0 ? <RefusalText refusal={refusal} /> : t("missingCount", { count });
}

/** The answer to the last attempt of a form, under its fields. */
export function RefusalLine({ refusal }: { refusal: Refusal | null }) {
  if (refusal === null) return null;
  return (
    <p role="alert" className="text-serious text-sm leading-snug">
      <RefusalText refusal={refusal} />
    </p>
  );
}
