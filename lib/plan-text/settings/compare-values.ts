import { isRecord } from "./guards";

const longestText = 4_500;
const longestList = 1_500;

/** A value without the lines that its parts came from. */
export function withoutLines(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutLines);
  if (!isRecord(value)) return value;
  const entries = Object.entries(value).filter(([key]) => key !== "lines");
  return Object.fromEntries(entries.map(([key, entry]) => [key, withoutLines(entry)]));
}

/** The value with what is too long for a line left open, and what has to be added to it then. */
function hollow(path: string, value: unknown): { shell: unknown; later: string[] } {
  const json = JSON.stringify(value);
  if (typeof value === "string" && json.length > longestText) {
    const pieces = [...value.matchAll(/[\s\S]{1,700}/gu)].map(([piece]) => `${path} += ${JSON.stringify(piece)}`);
    return { shell: "", later: pieces };
  }
  if (Array.isArray(value)) {
    if (json.length <= longestList) return { shell: value, later: [] };
    return { shell: [], later: value.flatMap((entry, index) => assign(`${path}[${index}]`, entry)) };
  }
  if (!isRecord(value)) return { shell: value, later: [] };
  const fields = Object.entries(value).map(([key, entry]) => ({ key, ...hollow(`${path}.${key}`, entry) }));
  return {
    shell: Object.fromEntries(fields.map(({ key, shell }) => [key, shell])),
    later: fields.flatMap(({ later }) => later),
  };
}

function assign(path: string, value: unknown): string[] {
  const { shell, later } = hollow(path, value);
  return [`${path} = ${JSON.stringify(shell)}`, ...later];
}

/** How an element is called: by its id where both sides agree on it, else by its place. */
function nameOf(one: unknown, other: unknown, index: number): string {
  const id = isRecord(one) && isRecord(other) && one["id"] === other["id"] ? one["id"] : null;
  return typeof id === "string" && /^[^\]\s]+$/.test(id) && !/^\d+$/.test(id) ? id : String(index);
}

function compareLists(path: string, from: readonly unknown[], to: readonly unknown[]): string[] {
  if (![...from, ...to].every(isRecord)) return assign(path, to);
  const both = to
    .slice(0, from.length)
    .flatMap((entry, index) => compareValues(`${path}[${nameOf(from[index], entry, index)}]`, from[index], entry));
  const more = to.slice(from.length).flatMap((entry, index) => assign(`${path}[${from.length + index}]`, entry));
  const cut = to.length < from.length ? [`${path}.length = ${to.length}`] : [];
  return [...both, ...more, ...cut];
}

function haveSameFields(one: Record<string, unknown>, other: Record<string, unknown>): boolean {
  const keys = Object.keys(one);
  return keys.length === Object.keys(other).length && keys.every((key) => Object.hasOwn(other, key));
}

/** The setting lines that make the first value the second. Neither has lines of a document in it. */
export function compareValues(path: string, from: unknown, to: unknown): string[] {
  if (JSON.stringify(from) === JSON.stringify(to)) return [];
  if (Array.isArray(from) && Array.isArray(to)) return compareLists(path, from, to);
  if (isRecord(from) && isRecord(to) && haveSameFields(from, to) && from["kind"] === to["kind"]) {
    return Object.keys(from).flatMap((key) => compareValues(path === "" ? key : `${path}.${key}`, from[key], to[key]));
  }
  return assign(path, to);
}
