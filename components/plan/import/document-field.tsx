"use client";

import { FileUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { type DragEvent, useId, useState } from "react";
import { buttonClass } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { readFile } from "./read-file";

type DocumentFieldProps = {
  value: string;
  onChange: (text: string) => void;
  /** A whole file came in. */
  onFile: (text: string) => void;
  onTooLarge: () => void;
};

/** Where a plan comes in: pasted, dropped or chosen as a file. */
export function DocumentField({ value, onChange, onFile, onTooLarge }: DocumentFieldProps) {
  const t = useTranslations("plans.import");
  const id = useId();
  const [isOver, setIsOver] = useState(false);
  const take = async (file: File | undefined) => {
    if (file === undefined) return;
    const text = await readFile(file);
    if (text === null) onTooLarge();
    else onFile(text);
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    void take(event.dataTransfer.files[0]);
  };
  return (
    <div className="space-y-2">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-2">
        <label htmlFor={id} className="text-sm text-ink-2">
          {t("field")}
        </label>
        <FileChoice onChoose={(file) => void take(file)} />
      </div>
      <textarea
        id={id}
        value={value}
        spellCheck={false}
        placeholder={t("placeholder")}
        onChange={(event) => onChange(event.target.value)}
        onDragOver={(event) => {
          event.preventDefault();
          setIsOver(true);
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={onDrop}
        className={classNames(
          "h-[52dvh] w-full resize-y border bg-code px-4 py-3 font-mono text-xs text-code-ink",
          isOver ? "border-2 border-dashed border-accent" : "border-control",
        )}
      />
    </div>
  );
}

function FileChoice({ onChoose }: { onChoose: (file: File | undefined) => void }) {
  const t = useTranslations("plans.import");
  const focus = "focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-accent";
  return (
    <label className={buttonClass("plain", "small", focus)}>
      <FileUp aria-hidden="true" className="size-4" />
      {t("choose")}
      <input
        type="file"
        accept=".md,.markdown,.txt,text/markdown,text/plain"
        className="sr-only"
        onChange={(event) => {
          onChoose(event.target.files?.[0]);
          event.target.value = "";
        }}
      />
    </label>
  );
}
