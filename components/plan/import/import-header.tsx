"use client";

import { FileUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/button";
import { ProblemLine } from "@/components/ui/problem-line";

type ImportHeaderProps = { lines: number; busy: boolean; problem: string | null; onFile: (file: File) => void };

/** What this screen is, whether it is reading, and the way in for a file. */
export function ImportHeader({ lines, busy, problem, onFile }: ImportHeaderProps) {
  const t = useTranslations("plans.import");
  return (
    <header className="relative flex flex-wrap items-center gap-x-5 gap-y-1 px-3 py-2 sm:px-4">
      <h1 className="text-lg font-bold">{t("title")}</h1>
      <p className="min-w-0 text-sm text-ink-3 max-lg:hidden">{t("lead")}</p>
      <span role="status" className="ml-auto text-sm text-ink-2">
        {busy ? t("readingLines", { lines }) : ""}
      </span>
      <ProblemLine problem={problem} />
      <FileChoice onChoose={onFile} />
      {busy ? (
        <div aria-hidden="true" className="absolute inset-x-0 -bottom-px z-10 h-0.5 overflow-hidden">
          <div className="reading-run h-full w-1/4 bg-accent" />
        </div>
      ) : null}
    </header>
  );
}

function FileChoice({ onChoose }: { onChoose: (file: File) => void }) {
  const t = useTranslations("plans.import");
  const focus = "focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-accent";
  return (
    <label className={buttonClass("plain", "small", focus)}>
      <FileUp aria-hidden="true" className="size-4" />
      {t("choose")}
      <input
        type="file"
        accept=".md,.markdown,.txt,.json,.yaml,.yml,text/markdown,text/plain"
        className="sr-only"
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file !== undefined) onChoose(file);
          event.target.value = "";
        }}
      />
    </label>
  );
}
