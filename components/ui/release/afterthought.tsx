"use client";

import { createContext, lazy, type ReactNode, Suspense, useContext, useEffect, useMemo, useState } from "react";
import type { PersonCommand } from "@/lib/domain/release/commands";
import { untilLoaded } from "../until-loaded";

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

const load = () => import("./afterthought-form").then((part) => part.AfterthoughtForm);
const AfterthoughtForm = lazy(async () => ({ default: await untilLoaded(load) }));

/** The small question above the bar. Its code is fetched once the bar stands: nobody is asked before something was stopped. */
export function AfterthoughtBar() {
  const { question, dismiss } = useAfterthought();
  useEffect(() => void load().catch(() => undefined), []);
  if (question === null) return null;
  return (
    <Suspense fallback={null}>
      <AfterthoughtForm key={question.kind} question={question} dismiss={dismiss} />
    </Suspense>
  );
}
