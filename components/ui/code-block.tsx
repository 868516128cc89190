"use client";

import { Check, Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { classNames } from "./class-names";
import { toast } from "./toast-store";

/** Copies exactly the given text, by the clipboard where it may, else by a selection that the browser copies. */
async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Plain http in the control room has no clipboard: the old way still works there.
    const area = document.createElement("textarea");
    area.value = text;
    area.setAttribute("readonly", "");
    area.style.position = "fixed";
    area.style.opacity = "0";
    document.body.append(area);
    area.select();
    const copied = document.execCommand("copy");
    area.remove();
    return copied;
  }
}

type CopyButtonProps = {
  text: string;
  name: string;
  /** What a screen reader hears, where it is no command that is copied. */
  label?: string | undefined;
  className?: string | undefined;
};

/** A button that copies `text` byte for byte and says so. */
export function CopyButton({ text, name, label, className }: CopyButtonProps) {
  const t = useTranslations("common");
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 2_000);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = async () => {
    const done = await copyText(text);
    setCopied(done);
    if (!done) toast.warning(t("action.copyFailed"));
  };
  return (
    <button
      type="button"
      onClick={copy}
      aria-label={copied ? t("action.copied") : (label ?? t("copy.what", { name }))}
      className={classNames(
        "target inline-flex items-center gap-1.5 px-2 text-sm max-sm:px-3",
        copied ? "text-normal" : "text-ink-2 hover:text-ink",
        className,
      )}
    >
      {copied ? <Check aria-hidden="true" className="size-3.5" /> : <Copy aria-hidden="true" className="size-3.5" />}
      {copied ? t("action.copied") : t("action.copy")}
    </button>
  );
}

type CodeBlockProps = {
  /** The plan's text, byte for byte: what is shown is what is copied. */
  text: string;
  /** Names the block for screen readers, e.g. the step. */
  name: string;
  className?: string | undefined;
};

/** Commands as the plan has them, with a button that copies exactly these. */
export function CodeBlock({ text, name, className }: CodeBlockProps) {
  return (
    <div className={classNames("flex items-start border-l-2 border-line-strong bg-code", className)}>
      {/* Long lines wrap instead of scrolling: nobody may copy by eye what is out of sight. */}
      <pre className="min-w-0 flex-1 px-3 py-2 font-mono text-xs leading-relaxed whitespace-pre-wrap wrap-anywhere text-code-ink">
        <code>{text}</code>
      </pre>
      <CopyButton text={text} name={name} />
    </div>
  );
}
