import type { ArgumentValue } from "@/lib/contracts/runner-actions";

const PLACEHOLDER = /\$\$\{|\$\{([^}]*)\}/gu;

/** The names of the arguments that stand in one element of a command. `$${` writes a literal `${`. */
export function placeholdersIn(element: string): string[] {
  return [...element.matchAll(PLACEHOLDER)].flatMap(([, name]) => (name === undefined ? [] : [name]));
}

/** The argument that an element begins with: a value there could be read as an option. */
export function leadingPlaceholder(element: string): string | null {
  return /^\$\{([^}]*)\}/u.exec(element)?.[1] ?? null;
}

/** The element with its values in place: always one element, whatever the values hold, and never read a second time. */
export function fillElement(element: string, values: ReadonlyMap<string, ArgumentValue>): string {
  return element.replace(PLACEHOLDER, (whole, name: string | undefined) =>
    name === undefined ? "${" : String(values.get(name) ?? whole),
  );
}
