"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { Field } from "@/components/ui/field";
import { ProblemLine } from "@/components/ui/problem-line";
import { useAction } from "@/components/ui/use-action";
import { savePlanAction } from "@/lib/actions/save-plan-action";
import type { Plan } from "@/lib/domain/plan/plan";

type SaveVersionProps = {
  /** The document that is kept; null while it is not written yet. */
  source: string | null;
  plan: Plan | null;
  /** The plan that gets the version; null = it becomes a plan of its own. */
  planId: string | null;
  /** Why it cannot be saved now. */
  refused: string | undefined;
  label: string;
  onSaved?: () => void;
  /** What is asked in front of the message. */
  before?: ReactNode;
  /** What else can be done instead of saving. */
  after?: ReactNode;
  className?: string;
};

/** Keeps a document as a version, with a word about what changed and why, and goes where it can be looked at. */
export function SaveVersion({ source, plan, planId, refused, label, before, after, ...rest }: SaveVersionProps) {
  const { onSaved, className } = rest;
  const t = useTranslations("plans.import");
  const router = useRouter();
  const [message, setMessage] = useState("");
  const [isSaved, setSaved] = useState(false);
  const { busy, problem, run } = useAction(plan);
  // Until the new page is there, a second press would keep a second version.
  const isUnderWay = busy || isSaved;
  const save = () => {
    if (source === null || refused !== undefined || isUnderWay) return;
    void run(
      () => savePlanAction({ source, message, planId: planId ?? undefined }),
      (saved) => {
        setSaved(true);
        onSaved?.();
        router.push(`/plans/${saved.planId}?version=${saved.planVersionId}`);
      },
    );
  };
  return (
    <form
      className={classNames(
        "flex flex-wrap items-center gap-x-3 gap-y-2 border-t border-line-strong bg-panel px-3 py-2",
        className,
      )}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      {before}
      <div className="min-w-40 flex-1">
        <Field
          label={t("message")}
          labelHidden
          placeholder={t("messageHint")}
          value={message}
          maxLength={500}
          onChange={(event) => setMessage(event.target.value)}
        />
      </div>
      <Button type="submit" tone="primary" busy={isUnderWay} refused={refused}>
        {isUnderWay ? t("saving") : label}
      </Button>
      {after}
      <ProblemLine problem={problem} />
    </form>
  );
}
