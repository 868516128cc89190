import { Slot } from "radix-ui";
import type { ComponentProps, ReactNode } from "react";
import { useId } from "react";
import { classNames } from "./class-names";

export type ButtonTone = "plain" | "primary" | "quiet" | "go" | "critical" | "critical-fill" | "serious";
export type ButtonSize = "small" | "normal" | "large";

const TONES: Record<ButtonTone, string> = {
  plain: "border-control text-ink hover:bg-active hover:border-ink-2",
  primary: "border-accent bg-accent text-on-fill font-bold hover:brightness-110",
  quiet: "border-transparent text-ink-2 hover:text-ink hover:bg-active",
  go: "border-normal bg-normal text-on-fill font-bold hover:brightness-110",
  critical: "border-critical text-critical hover:bg-critical/12",
  "critical-fill": "border-critical-fill bg-critical-fill text-on-critical font-bold hover:brightness-110",
  serious: "border-serious text-serious hover:bg-serious/12",
};

const SIZES: Record<ButtonSize, string> = {
  small: "min-h-7 px-2.5 text-sm gap-1.5 pointer-coarse:min-h-12 max-sm:min-h-12",
  normal: "target px-3.5 gap-2",
  large: "min-h-11 px-5 text-md gap-2 pointer-coarse:min-h-14 max-sm:min-h-14",
};

/** How every pressable thing looks; also for links that act as one. */
export function buttonClass(tone: ButtonTone = "plain", size: ButtonSize = "normal", extra?: string): string {
  return classNames(
    "inline-flex items-center justify-center border whitespace-nowrap select-none transition-[background-color,border-color,filter] duration-100",
    "disabled:border-line disabled:bg-transparent disabled:font-normal disabled:text-ink-3 disabled:hover:brightness-100",
    "aria-disabled:cursor-not-allowed aria-disabled:border-line aria-disabled:bg-transparent aria-disabled:font-normal aria-disabled:text-ink-3",
    TONES[tone],
    SIZES[size],
    extra,
  );
}

export type ButtonProps = Omit<ComponentProps<"button">, "disabled"> & {
  tone?: ButtonTone | undefined;
  size?: ButtonSize | undefined;
  /** Draws the child (a link) as the button. */
  asChild?: boolean | undefined;
  /** Waits for an answer: cannot be pressed again, keeps its place. */
  busy?: boolean | undefined;
  /** Why it cannot be pressed now. Its presence disables the button; the sentence is visible beside it. */
  refused?: ReactNode | undefined;
};

/** A button. When it is refused, it says why, visibly and to a screen reader, and stays reachable by keyboard. */
export function Button({ tone, size, asChild, busy, refused, className, onClick, type, ...rest }: ButtonProps) {
  const reason = useId();
  const isRefused = refused !== undefined && refused !== null && refused !== false && refused !== "";
  const blocked = isRefused || busy === true;
  const Tag = asChild === true ? Slot.Root : "button";
  const button = (
    <Tag
      {...(asChild === true ? {} : { type: type ?? "button" })}
      {...rest}
      aria-busy={busy === true ? true : undefined}
      aria-disabled={blocked ? true : undefined}
      aria-describedby={isRefused ? reason : rest["aria-describedby"]}
      className={buttonClass(tone, size, className)}
      onClick={(event) => {
        if (blocked) event.preventDefault();
        else onClick?.(event);
      }}
    />
  );
  if (!isRefused) return button;
  return (
    <span className="inline-flex flex-wrap items-center gap-x-3 gap-y-1">
      {button}
      <span id={reason} className="text-sm text-ink-2">
        {refused}
      </span>
    </span>
  );
}
