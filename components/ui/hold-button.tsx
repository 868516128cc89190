"use client";

import { useTranslations } from "next-intl";
import { type CSSProperties, type ReactNode, useId, useState } from "react";
import { type ButtonSize, type ButtonTone, buttonClass } from "./button";
import type { ConfirmContent } from "./confirm-dialog";
import { laterDialog } from "./later-dialog";
import { usePaletteAct } from "./palette-entries";
import { useHold } from "./use-hold";

const ConfirmDialog = laterDialog(() => import("./confirm-dialog").then((part) => part.ConfirmDialog));

export type HoldButtonProps = {
  holdMs: number;
  /** The act: "GO · 切换到 25%", "回滚". */
  label: ReactNode;
  /** What the dialog for keyboard and screen reader says. */
  dialog: ConfirmContent;
  onConfirm: () => void;
  tone?: ButtonTone | undefined;
  size?: ButtonSize | undefined;
  /** Why it cannot be pressed. Shown beside it; its presence disables. */
  refused?: ReactNode | undefined;
  /** The command is under way. */
  busy?: boolean | undefined;
  /** Leaves "hold 1.5 s" off the button where the place is narrow; it stays in the accessible description. */
  compact?: boolean | undefined;
  className?: string | undefined;
};

function Ring({ holdMs, holding }: { holdMs: number; holding: boolean }) {
  const style: CSSProperties = { animationDuration: `${holdMs}ms` };
  return (
    <svg aria-hidden="true" viewBox="0 0 20 20" className="hold-ring size-4 flex-none -rotate-90">
      <circle cx="10" cy="10" r="8" fill="none" stroke="currentColor" strokeWidth="2.5" opacity=".35" />
      {holding ? (
        <circle
          className="hold-ring-run"
          style={style}
          cx="10"
          cy="10"
          r="8"
          pathLength="100"
          fill="none"
          stroke="currentColor"
          strokeWidth="3"
        />
      ) : null}
    </svg>
  );
}

/**
 * Hold to confirm. It starts on press and fills; letting go or leaving cancels and says so. Enter and Space open a dialog that
 * names the act instead, as does a screen reader's click, and the command palette.
 */
export function HoldButton(props: HoldButtonProps) {
  const { holdMs, label, dialog, onConfirm, tone, size, refused, busy, compact, className } = props;
  const t = useTranslations("common");
  const [asking, setAsking] = useState(false);
  const help = useId();
  const isRefused = refused !== undefined && refused !== null && refused !== false && refused !== "";
  const blocked = isRefused || busy === true;
  const { phase, handlers } = useHold({ holdMs, enabled: !blocked, onDone: onConfirm });
  usePaletteAct(blocked ? null : dialog.confirmLabel, () => setAsking(true));
  const seconds = String(holdMs / 1000);
  const hint =
    phase === "holding" ? t("hold.keep") : phase === "released" ? t("hold.released") : t("hold.hint", { seconds });
  return (
    <span className="inline-flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1">
      <button
        type="button"
        aria-disabled={blocked ? true : undefined}
        aria-busy={busy === true ? true : undefined}
        aria-describedby={help}
        data-phase={phase}
        className={buttonClass(
          tone ?? "primary",
          size ?? "large",
          `hold-button relative touch-none overflow-hidden ${className ?? ""}`,
        )}
        {...handlers}
        onClick={(event) => {
          // A click of detail 0 comes from the keyboard or from assistive technology; a pointer has to hold.
          if (!blocked && event.detail === 0) setAsking(true);
        }}
      >
        {phase === "holding" ? (
          <span aria-hidden="true" className="hold-fill" style={{ animationDuration: `${holdMs}ms` }} />
        ) : null}
        <span className="relative inline-flex items-center gap-2">
          <Ring holdMs={holdMs} holding={phase === "holding"} />
          <span>{busy === true ? t("action.sending") : label}</span>
          {compact === true || busy === true ? null : <span className="text-sm font-normal">{hint}</span>}
        </span>
      </button>
      <span id={help} className={isRefused ? "text-sm text-ink-2" : "sr-only"}>
        {isRefused ? refused : t("hold.keyboard", { seconds })}
      </span>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        content={dialog}
        onConfirm={onConfirm}
        {...(tone === undefined ? {} : { tone })}
      />
    </span>
  );
}
