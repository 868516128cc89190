"use client";

import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import { classNames } from "./class-names";

type PopupProps = {
  /** Names the button for screen readers; it should begin with what is written on it. */
  label: string;
  trigger: ReactNode;
  /** Drawn while it is open; `close` closes it and gives the focus back. */
  children: (close: () => void) => ReactNode;
  className?: string | undefined;
  panelClassName?: string | undefined;
};

/** A button with a panel under it. Escape, a press elsewhere and leaving it by Tab close it. */
export function Popup({ label, trigger, children, className, panelClassName }: PopupProps) {
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const panel = useId();
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  useEffect(() => {
    if (!open) return;
    const outside = (target: EventTarget | null) => target instanceof Node && box.current?.contains(target) !== true;
    const onPress = (event: PointerEvent) => outside(event.target) && setOpen(false);
    const onFocus = (event: FocusEvent) => outside(event.target) && setOpen(false);
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      setOpen(false);
      button.current?.focus();
    };
    document.addEventListener("pointerdown", onPress);
    document.addEventListener("focusin", onFocus);
    document.addEventListener("keydown", onKey);
    return () => {
      document.removeEventListener("pointerdown", onPress);
      document.removeEventListener("focusin", onFocus);
      document.removeEventListener("keydown", onKey);
    };
  }, [open]);
  return (
    <div ref={box} className="relative inline-flex">
      <button
        ref={button}
        type="button"
        aria-label={label}
        aria-expanded={open}
        aria-controls={open ? panel : undefined}
        data-state={open ? "open" : "closed"}
        onClick={() => setOpen(!open)}
        className={className}
      >
        {trigger}
      </button>
      {open ? (
        <div
          id={panel}
          className={classNames(
            "absolute top-full right-0 z-30 mt-1 max-h-[70dvh] overflow-y-auto border border-line-strong bg-raised text-left",
            panelClassName ?? "min-w-48 py-1",
          )}
        >
          {children(close)}
        </div>
      ) : null}
    </div>
  );
}

type PopupChoiceProps = {
  label: string;
  value: string;
  options: { value: string; label: string }[];
  onChange: (value: string) => void;
};

/** One of a few, as the browser's own radio buttons. */
export function PopupChoice({ label, value, options, onChange }: PopupChoiceProps) {
  const name = useId();
  return (
    <fieldset>
      <legend className="px-3 pt-1.5 text-sm text-ink-3">{label}</legend>
      {options.map((option) => (
        <label key={option.value} className="target flex items-center gap-2.5 px-3 hover:bg-active">
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
            className="accent-(--accent)"
          />
          {option.label}
        </label>
      ))}
    </fieldset>
  );
}

export function PopupAct({ onPress, children }: { onPress: () => void; children: ReactNode }) {
  return (
    <button type="button" onClick={onPress} className="target flex w-full items-center gap-2.5 px-3 hover:bg-active">
      {children}
    </button>
  );
}
