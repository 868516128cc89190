"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "../button";
import { Field } from "../field";
import type { Question } from "./afterthought";
import { useAct } from "./use-act";

/** Asks why, and keeps the answer with what it explains. */
export function AfterthoughtForm({ question, dismiss }: { question: Question; dismiss: () => void }) {
  const t = useTranslations("console.afterthought");
  const { run, sending } = useAct();
  const [text, setText] = useState("");
  return (
    <form
      aria-label={t(question.kind)}
      className="flex flex-wrap items-end gap-2.5 border-line border-t bg-raised px-5 py-2.5"
      onSubmit={async (event) => {
        event.preventDefault();
        if (text.trim() !== "" && (await run(question.keep(text.trim())))) dismiss();
      }}
    >
      <div className="min-w-56 max-w-2xl flex-1">
        <Field
          label={t(question.kind)}
          value={text}
          onChange={(event) => setText(event.target.value)}
          maxLength={2000}
        />
      </div>
      <Button type="submit" busy={sending}>
        {t("save")}
      </Button>
      <Button tone="quiet" onClick={dismiss}>
        {t("later")}
      </Button>
    </form>
  );
}
