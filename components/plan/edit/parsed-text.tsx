"use client";

import { useState } from "react";
import { Field as Input } from "@/components/ui/field";

type ParsedTextProps<Value> = {
  label: string;
  value: Value;
  format: (value: Value) => string;
  parse: (text: string) => Value;
  onChange: (value: Value) => void;
  error?: ((text: string) => string | undefined) | undefined;
};

/** A value that is typed as text: what one types stays as it is typed as long as it says what the plan holds. */
export function ParsedText<Value>({ label, value, format, parse, onChange, error }: ParsedTextProps<Value>) {
  const [typed, setTyped] = useState(() => format(value));
  const text = format(parse(typed)) === format(value) ? typed : format(value);
  return (
    <Input
      label={label}
      error={error?.(text)}
      value={text}
      onChange={(event) => {
        setTyped(event.target.value);
        onChange(parse(event.target.value));
      }}
    />
  );
}
