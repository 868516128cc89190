import type { ArgumentValue, ArgumentValues } from "@/lib/contracts/runner-actions";
import type { HostArgument } from "./host-shape";

export type CheckedArguments =
  | { ok: true; values: ReadonlyMap<string, ArgumentValue> }
  | { ok: false; sentence: string };

/** Lone halves of a surrogate pair would arrive as another character, U+0000 would end the argument. */
function isPassable(value: string): boolean {
  return !value.includes("\0") && Buffer.from(value, "utf8").toString("utf8") === value;
}

function complaintOnString(type: Extract<HostArgument, { type: "string" }>, value: string): string | null {
  const length = [...value].length;
  if (!isPassable(value)) return "holds a character that cannot be handed to a program";
  if (length < type.minLength) return `must have at least ${type.minLength} characters`;
  if (length > type.maxLength) return `must have at most ${type.maxLength} characters`;
  if (type.choices !== null && !type.choices.includes(value)) return `must be one of: ${type.choices.join(", ")}`;
  if (type.pattern !== null && !new RegExp(`^(?:${type.pattern})$`, "u").test(value)) {
    return `must match the host's pattern ${type.pattern}`;
  }
  if (type.pattern === null && type.choices === null && /\p{Cc}/u.test(value)) {
    return "holds a line break or another control character, which the host's file does not ask for";
  }
  if (!type.leadingDash && value.startsWith("-")) return "begins with a dash and could be read as an option";
  return null;
}

/** Why the value does not fit the type that the host's file gives; null = it fits. */
export function complaintOnValue(type: HostArgument, value: ArgumentValue): string | null {
  switch (type.type) {
    case "string":
      return typeof value === "string" ? complaintOnString(type, value) : "must be text";
    case "integer":
      if (typeof value !== "number" || !Number.isSafeInteger(value)) return "must be a whole number";
      return value < type.min || value > type.max ? `must be from ${type.min} to ${type.max}` : null;
    case "boolean":
      return typeof value === "boolean" ? null : "must be true or false";
  }
}

/** What a plan gave, judged by the host's file alone: every name known, every value of its type, nothing missing. */
export function checkArguments(types: Readonly<Record<string, HostArgument>>, given: ArgumentValues): CheckedArguments {
  const stranger = Object.keys(given).find((name) => !Object.hasOwn(types, name));
  if (stranger !== undefined) return { ok: false, sentence: `The host's file knows no argument "${stranger}".` };
  const values = new Map<string, ArgumentValue>();
  for (const [name, type] of Object.entries(types)) {
    const value = Object.hasOwn(given, name) ? given[name] : type.default;
    if (value === undefined || value === null) return { ok: false, sentence: `The argument "${name}" is missing.` };
    const complaint = complaintOnValue(type, value);
    if (complaint !== null) return { ok: false, sentence: `The argument "${name}" ${complaint}.` };
    values.set(name, value);
  }
  return { ok: true, values };
}
