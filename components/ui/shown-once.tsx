"use client";

import { useTranslations } from "next-intl";
import { CopyButton } from "./code-block";
import { Notice } from "./notice";

/** A secret that nobody will see again: the text, a button that copies it, and the warning. */
export function ShownOnce({ text, name, warning }: { text: string; name: string; warning: string }) {
  const t = useTranslations("settings");
  return (
    <div className="space-y-4">
      <div className="border border-line-strong bg-code">
        <div className="flex items-center justify-between gap-3 border-b border-line pl-3">
          <span className="text-sm text-ink-2">{name}</span>
          <CopyButton text={text} name={name} label={t("copy", { name })} />
        </div>
        <output
          aria-label={name}
          className="block px-3 py-2.5 font-mono text-sm wrap-anywhere text-code-ink select-all"
        >
          {text}
        </output>
      </div>
      <Notice tone="warning" role="status" title={warning} />
    </div>
  );
}
