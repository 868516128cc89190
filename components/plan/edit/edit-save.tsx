"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button, buttonClass } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { ProblemLine } from "@/components/ui/problem-line";
import { useAction } from "@/components/ui/use-action";
import { savePlanAction } from "@/lib/actions/save-plan-action";
import type { Plan } from "@/lib/domain/plan/plan";

type EditSaveProps = {
  planId: string | null;
  plan: Plan;
  /** The document that the edit becomes; null while it is not written yet. */
  source: string | null;
  isChanged: boolean;
  problems: number;
  onSaved: () => void;
};

/** Keeps the edit as the next version, with a word about what changed and why. */
export function EditSave({ planId, plan, source, isChanged, problems, onSaved }: EditSaveProps) {
  const t = useTranslations("plans.edit");
  const words = useTranslations("plans.import");
  const router = useRouter();
  const [message, setMessage] = useState("");
  const { busy, problem, run } = useAction(plan);
  const refused = () => {
    if (!isChanged) return t("nothingChanged");
    if (problems > 0) return t("problems", { count: problems });
    return source === null ? t("checking") : undefined;
  };
  const save = () => {
    if (source === null || refused() !== undefined) return;
    void run(
      () => savePlanAction({ source, message, planId: planId ?? undefined }),
      (saved) => {
        onSaved();
        router.push(`/plans/${saved.planId}?version=${saved.planVersionId}`);
      },
    );
  };
  return (
    <form
      className="sticky bottom-0 z-10 flex flex-wrap items-center gap-3 border-t border-line-strong bg-panel px-3 py-2 sm:px-5"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <div className="min-w-52 flex-1">
        <Field
          label={words("message")}
          labelHidden
          placeholder={words("messageHint")}
          value={message}
          maxLength={500}
          onChange={(event) => setMessage(event.target.value)}
        />
      </div>
      <Button type="submit" tone="primary" busy={busy} refused={refused()}>
        {busy ? words("saving") : planId === null ? t("saveCopy") : words("save")}
      </Button>
      <Link href={planId === null ? "/plans" : `/plans/${planId}`} className={buttonClass("quiet")}>
        {t("leave")}
      </Link>
      <ProblemLine problem={problem} />
    </form>
  );
}
