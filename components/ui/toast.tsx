"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useSyncExternalStore } from "react";
import { Shape } from "./shape";
import { type StateTone, TONE_COLOUR, TONE_SHAPE } from "./state-mark";
import { currentToasts, subscribeToToasts, type Toast, type ToastKind, toast } from "./toast-store";

const TONES: Record<ToastKind, StateTone> = { info: "active", success: "done", warning: "warning", error: "no-go" };
const NONE: Toast[] = [];
const SHOWN_MS = 6_000;

function ToastLine({ shown }: { shown: Toast }) {
  const t = useTranslations("common.action");
  const tone = TONES[shown.kind];
  useEffect(() => {
    // A refusal stays until somebody has read it.
    if (shown.kind === "error") return;
    const timer = setTimeout(() => toast.dismiss(shown.id), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [shown]);
  return (
    <li className="pointer-events-auto flex items-start gap-3 border border-line-strong bg-raised px-4 py-3">
      <span className={TONE_COLOUR[tone]}>
        <Shape name={TONE_SHAPE[tone]} />
      </span>
      <div className="min-w-0 flex-1">
        <p>{shown.title}</p>
        {shown.detail === undefined ? null : <p className="text-sm text-ink-2">{shown.detail}</p>}
      </div>
      <button
        type="button"
        aria-label={t("dismiss")}
        onClick={() => toast.dismiss(shown.id)}
        className="target -my-1.5 -mr-2 inline-flex min-w-9 items-center justify-center text-ink-2 hover:text-ink"
      >
        <X aria-hidden="true" className="size-4" />
      </button>
    </li>
  );
}

/** Where the toasts stand: at the foot of the left, where nothing is pressed or voted. Polite: it never interrupts what is being read. */
export function Toaster() {
  const t = useTranslations("common");
  const shown = useSyncExternalStore(subscribeToToasts, currentToasts, () => NONE);
  return (
    <section
      aria-label={t("notifications")}
      aria-live="polite"
      className="pointer-events-none fixed right-4 bottom-20 left-4 z-50 sm:right-auto sm:w-72"
    >
      <ol className="flex flex-col gap-2">
        {shown.map((one) => (
          <ToastLine key={one.id} shown={one} />
        ))}
      </ol>
    </section>
  );
}
