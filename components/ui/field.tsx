"use client";

import { useTranslations } from "next-intl";
import { type ComponentProps, type ReactNode, useId } from "react";
import { classNames } from "./class-names";
import { Shape } from "./shape";

const CONTROL =
  "w-full border border-control bg-panel px-3 text-ink aria-invalid:border-critical disabled:border-line disabled:text-ink-3";

type Labelling = {
  label: ReactNode;
  hint?: ReactNode | undefined;
  /** What is wrong with it, as a sentence. */
  error?: ReactNode | undefined;
  /** Keeps the label for screen readers only. */
  labelHidden?: boolean | undefined;
  /** Where everything must be filled in, the word beside every label is noise. */
  requiredUnsaid?: boolean | undefined;
};

type FrameProps = Labelling & { id: string; required: boolean | undefined; children: ReactNode };

function Frame({ id, label, hint, error, labelHidden, required, children }: FrameProps) {
  const t = useTranslations("common");
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <label htmlFor={id} className={labelHidden === true ? "sr-only" : "text-sm text-ink-2"}>
        {label}
        {required === true ? <span className="ml-2 text-ink-3">{t("required")}</span> : null}
      </label>
      {children}
      {hint === undefined ? null : (
        <p id={`${id}-hint`} className="text-sm text-ink-3">
          {hint}
        </p>
      )}
      {error === undefined || error === null ? null : (
        <p id={`${id}-error`} role="alert" className="flex items-baseline gap-1.5 text-sm text-critical">
          <Shape name="octagon" />
          <span>{error}</span>
        </p>
      )}
    </div>
  );
}

function described(id: string, labelling: Labelling) {
  const ids = [
    ...(labelling.hint === undefined ? [] : [`${id}-hint`]),
    ...(labelling.error === undefined || labelling.error === null ? [] : [`${id}-error`]),
  ];
  return {
    "aria-describedby": ids.length === 0 ? undefined : ids.join(" "),
    "aria-invalid": labelling.error === undefined || labelling.error === null ? undefined : true,
  };
}

function withUnit(label: ReactNode, unit: string | undefined): ReactNode {
  if (unit === undefined) return label;
  return (
    <>
      {label}
      <span className="sr-only">{` (${unit})`}</span>
    </>
  );
}

/** The unit as part of the field, where it takes no room from the label and cannot be typed over. */
function UnitBehind({ unit, children }: { unit: string; children: ReactNode }) {
  return (
    <div className="relative">
      {children}
      <span
        aria-hidden="true"
        className="pointer-events-none absolute inset-y-0 right-2 flex items-center text-xs text-ink-3"
      >
        {unit}
      </span>
    </div>
  );
}

/** One line of text with its label, hint and error; a unit stands behind what is written. */
export function Field({
  label,
  hint,
  error,
  labelHidden,
  requiredUnsaid,
  unit,
  className,
  ...input
}: Labelling & ComponentProps<"input"> & { unit?: string | undefined }) {
  const made = useId();
  const id = input.id ?? made;
  const isSaid = input.required === true && requiredUnsaid !== true;
  const box = (
    <input
      {...input}
      id={id}
      {...described(id, { label, hint, error })}
      className={classNames(CONTROL, "target", className)}
    />
  );
  return (
    <Frame
      id={id}
      {...{ hint, error }}
      label={withUnit(label, unit)}
      labelHidden={labelHidden ?? false}
      required={isSaid}
    >
      {unit === undefined ? box : <UnitBehind unit={unit}>{box}</UnitBehind>}
    </Frame>
  );
}

/** Several lines of text. */
export function Textarea({
  label,
  hint,
  error,
  labelHidden,
  className,
  ...area
}: Labelling & ComponentProps<"textarea">) {
  const made = useId();
  const id = area.id ?? made;
  return (
    <Frame id={id} {...{ label, hint, error }} labelHidden={labelHidden ?? false} required={area.required}>
      <textarea
        rows={3}
        {...area}
        id={id}
        {...described(id, { label, hint, error })}
        className={classNames(CONTROL, "py-2", className)}
      />
    </Frame>
  );
}

export type SelectOption = { value: string; label: string; disabled?: boolean };

/** One of a few. The system's own list: it is the best there is on a phone. */
export function Select({
  label,
  hint,
  error,
  labelHidden,
  className,
  options,
  ...select
}: Labelling & ComponentProps<"select"> & { options: SelectOption[] }) {
  const made = useId();
  const id = select.id ?? made;
  return (
    <Frame id={id} {...{ label, hint, error }} labelHidden={labelHidden ?? false} required={select.required}>
      <select
        {...select}
        id={id}
        {...described(id, { label, hint, error })}
        className={classNames(CONTROL, "target", className)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled ?? false}>
            {option.label}
          </option>
        ))}
      </select>
    </Frame>
  );
}

/** A yes or no with its sentence; the whole line can be pressed. */
export function Checkbox({
  label,
  hint,
  className,
  ...input
}: Omit<Labelling, "error" | "labelHidden"> & ComponentProps<"input">) {
  const made = useId();
  const id = input.id ?? made;
  return (
    <label htmlFor={id} className={classNames("target flex items-center gap-3", className)}>
      <input
        {...input}
        id={id}
        type="checkbox"
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        className="size-4.5 flex-none accent-(--accent)"
      />
      <span className="min-w-0">
        <span className="block">{label}</span>
        {hint === undefined ? null : (
          <span id={`${id}-hint`} className="block text-sm text-ink-3">
            {hint}
          </span>
        )}
      </span>
    </label>
  );
}
