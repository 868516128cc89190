import { isRecord } from "./guards";

/** One step into a plan: a field, or an element of a list by its id or place. */
type Step = { field: string } | { element: string };

/** One line of the settings: the value of one place in the plan, more text for it, or a list cut to a length. */
export type Setting = { path: Step[]; mark: "=" | "+="; value: unknown };

const whole = /^([A-Za-z]+(?:\[[^\]\s]+\]|\.[A-Za-z]+)*)\s*(\+?=)\s*(\S[\s\S]*)$/;
const part = /\[([^\]]+)\]|([A-Za-z]+)/g;

/** A line as a setting; null when it is none. */
export function parseSetting(line: string): Setting | null {
  const [, path, mark, json] = whole.exec(line.trim()) ?? [];
  if (path === undefined || json === undefined) return null;
  const steps = [...path.matchAll(part)].map(
    ([, element, field]): Step => (element === undefined ? { field: field ?? "" } : { element }),
  );
  try {
    return { path: steps, mark: mark === "+=" ? "+=" : "=", value: JSON.parse(json) };
  } catch {
    return null;
  }
}

function indexIn(list: readonly unknown[], element: string): number {
  if (/^\d{1,6}$/.test(element)) return Number(element);
  return list.findIndex((entry) => isRecord(entry) && entry["id"] === element);
}

/** A value with one place in it changed; undefined when there is no such place. The value itself stays as it is. */
export function withSetting(value: unknown, { path, mark, value: next }: Setting): unknown {
  const [step, ...rest] = path;
  if (step === undefined) {
    if (mark === "=") return next;
    return typeof value === "string" && typeof next === "string" ? value + next : undefined;
  }
  if (Array.isArray(value)) return inList(value, step, { path: rest, mark, value: next });
  if (!isRecord(value) || !("field" in step)) return undefined;
  // What a part may go without is set where it is not there yet; whether the part may have it, its shape says.
  if (!Object.hasOwn(value, step.field)) {
    return rest.length === 0 && mark === "=" ? { ...value, [step.field]: next } : undefined;
  }
  const inner = withSetting(value[step.field], { path: rest, mark, value: next });
  return inner === undefined ? undefined : { ...value, [step.field]: inner };
}

function inList(list: readonly unknown[], step: Step, setting: Setting): unknown {
  if ("field" in step) {
    const isCut = step.field === "length" && setting.path.length === 0 && setting.mark === "=";
    const length = setting.value;
    return isCut && typeof length === "number" && length >= 0 && length < list.length
      ? list.slice(0, length)
      : undefined;
  }
  const index = indexIn(list, step.element);
  if (index < 0 || index > list.length) return undefined;
  // The place right behind the last one takes a new element, and only a whole one.
  if (index === list.length && (setting.path.length > 0 || setting.mark !== "=")) return undefined;
  const inner = withSetting(list[index], setting);
  return inner === undefined ? undefined : [...list.slice(0, index), inner, ...list.slice(index + 1)];
}
