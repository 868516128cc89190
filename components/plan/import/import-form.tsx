"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { ProblemLine } from "@/components/ui/problem-line";
import { useAction } from "@/components/ui/use-action";
import { readPlanAction } from "@/lib/actions/read-plan-action";
import { SourceFocusProvider } from "../source/source-focus";
import { DocumentField } from "./document-field";
import { isTooLarge } from "./read-file";
import { type Reading, ReadingView } from "./reading-view";
import type { SavedPlanChoice } from "./save-form";

type ImportFormProps = { plans: SavedPlanChoice[]; planId: string | null };

/** Markdown in, plan and findings out; nothing is kept until it is saved. */
export function ImportForm({ plans, planId }: ImportFormProps) {
  const t = useTranslations("plans.import");
  const [source, setSource] = useState("");
  const [reading, setReading] = useState<Reading | null>(null);
  const [tooLarge, setTooLarge] = useState(false);
  const { busy, problem, run } = useAction(null);
  const top = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (reading !== null) top.current?.focus();
  }, [reading]);
  const read = (text: string) => {
    setTooLarge(isTooLarge(text));
    if (isTooLarge(text)) return;
    void run(
      () => readPlanAction(text),
      (read) => setReading({ source: text, ...read }),
    );
  };
  return (
    <div ref={top} tabIndex={-1} className="focus:outline-none">
      <PageHeader
        title={reading === null ? t("title") : t("titleRead")}
        lead={reading === null ? t("lead") : t("leadRead")}
        actions={reading === null ? undefined : <Button onClick={() => setReading(null)}>{t("again")}</Button>}
      />
      {reading === null ? (
        <form
          className="space-y-3"
          onSubmit={(event) => {
            event.preventDefault();
            read(source);
          }}
        >
          <DocumentField
            value={source}
            onChange={(text) => {
              setTooLarge(false);
              setSource(text);
            }}
            onFile={(text) => {
              setSource(text);
              read(text);
            }}
            onTooLarge={() => setTooLarge(true)}
          />
          <div className="flex flex-wrap items-center gap-4">
            <Button type="submit" tone="primary" busy={busy} refused={source.trim() === "" ? t("nothing") : undefined}>
              {busy ? t("reading") : t("read")}
            </Button>
            <ProblemLine problem={tooLarge ? t("tooLarge") : problem} />
          </div>
        </form>
      ) : (
        <SourceFocusProvider>
          <ReadingView reading={reading} plans={plans} planId={planId} />
        </SourceFocusProvider>
      )}
    </div>
  );
}
