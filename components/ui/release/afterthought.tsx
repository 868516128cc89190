"use client";

import { useTranslations } from "next-intl";
import { createContext, type ReactNode, useContext, useMemo, useState } from "react";
import type { PersonCommand } from "@/lib/domain/release/commands";
import { Button } from "../button";
import { Field } from "../field";
import { useAct } from "./use-act";

export type Question = {
  kind: "rollback" | "hold" | "no_go" | "stop";
  /** Makes the command that keeps the answer. */
  keep: (text: string) => PersonCommand;
};

type Afterthought = { ask: (question: Question) => void; question: Question | null; dismiss: () => void };

const AfterthoughtContext = createContext<Afterthought>({ ask: () => {}, question: null, dismiss: () => {} });

/** Stopping needs no reason first. Here the reason is asked for once it has happened, without standing in the way. */
export function Afterthoughts({ children }: { children: ReactNode }) {
  const [question, setQuestion] = useState<Question | null>(null);
  const value = useMemo(() => ({ ask: setQuestion, question, dismiss: () => setQuestion(null) }), [question]);
  return <AfterthoughtContext value={value}>{children}</AfterthoughtContext>;
}

export function useAfterthought(): Afterthought {
  return useContext(AfterthoughtContext);
}

/** The small question above the bar. */
export function AfterthoughtBar() {
  const { question } = useAfterthought();
  if (question === null) return null;
  return <AfterthoughtForm key={question.kind} question={question} />;
}

function AfterthoughtForm({ question }: { question: Question }) {
  const t = useTranslations("console.afterthought");
  const { dismiss } = useAfterthought();
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
