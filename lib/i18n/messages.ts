import type { Locale } from "./locale";

/** One file a namespace and language; the wall takes its words apart from these, as plain props. */
export const NAMESPACES = [
  "common",
  "phrases",
  "home",
  "plans",
  "console",
  "watch",
  "jobs",
  "checklist",
  "report",
  "settings",
  "people",
  "access",
  "door",
] as const;

export type Catalogue = { [key: string]: string | Catalogue };

/** One namespace in one language. */
export async function loadNamespace(locale: Locale, namespace: string): Promise<Catalogue> {
  const file: { default: Catalogue } = await import(`@/messages/${locale}/${namespace}.json`);
  return file.default;
}

/** Everything that the console's pages say. */
export async function loadMessages(locale: Locale): Promise<Catalogue> {
  const parts = await Promise.all(NAMESPACES.map((namespace) => loadNamespace(locale, namespace)));
  return Object.fromEntries(NAMESPACES.map((namespace, index) => [namespace, parts[index] ?? {}]));
}
