export type ReadingAnswer<Value> =
  | { kind: "read"; value: Value }
  /** Too many in a minute: when the next one is read. */
  | { kind: "later"; afterMs: number }
  /** `detail` is the server's sentence; null when nobody answered. */
  | { kind: "failed"; detail: string | null };

type Asking = { locale: string; signal: AbortSignal; type?: string };

/**
 * Has something read on the server without keeping it. A fetch and no server action: Next runs one client's actions one after
 * another, and what one typed since makes the reading under way worthless.
 */
export async function postForReading<Value>(
  path: string,
  body: string,
  { locale, signal, type = "application/json" }: Asking,
): Promise<ReadingAnswer<Value>> {
  try {
    const headers = { "content-type": type, "accept-language": locale };
    const answer = await fetch(path, { method: "POST", headers, body, signal });
    if (answer.status === 429) {
      return { kind: "later", afterMs: Number(answer.headers.get("retry-after") ?? 5) * 1000 };
    }
    const value = await answer.json();
    return answer.ok ? { kind: "read", value } : { kind: "failed", detail: value.detail ?? null };
  } catch {
    return { kind: "failed", detail: null };
  }
}
