"use client";

import { useState } from "react";
import { Field } from "@/components/ui/field";

type NumberInputProps = {
  label: string;
  labelHidden?: boolean | undefined;
  error?: string | undefined;
  unit: string;
  value: number | null;
  onChange: (value: number | null) => void;
};

/** A number with its unit. While one types, the field says what was typed: an empty field is not made a nought. */
export function NumberInput({ unit, value, onChange, ...labelling }: NumberInputProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const write = (text: string) => {
    const next = Number(text);
    setTyped(text);
    onChange(text.trim() === "" || Number.isNaN(next) ? null : next);
  };
  return (
    <Field
      {...labelling}
      unit={unit === "" ? undefined : unit}
      type="number"
      step="any"
      inputMode="decimal"
      value={typed ?? value ?? ""}
      onChange={(event) => write(event.target.value)}
      onBlur={() => setTyped(null)}
      // A wheel that turns over a focused number would change the plan while one only scrolls.
      onWheel={(event) => event.currentTarget.blur()}
      className="appearance-[textfield] [&::-webkit-inner-spin-button]:appearance-none"
    />
  );
}
