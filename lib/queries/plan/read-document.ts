import type { PlanReading } from "@/lib/domain/plan/finding";

export type DocumentAnswer =
  | { kind: "read"; reading: PlanReading }
  /** Too many in a minute: when the next one is read. */
  | { kind: "later"; afterMs: number }
  /** `detail` is the server's sentence; null when nobody answered. */
  | { kind: "failed"; detail: string | null }
  | { kind: "aborted" };

/**
 * Has a document read on the server without keeping it. A fetch and no server action: Next runs one client's actions one after
 * another, and what one typed since makes the reading under way worthless.
 */
export async function readDocument(source: string, locale: string, signal: AbortSignal): Promise<DocumentAnswer> {
  try {
    const answer = await fetch("/api/v1/plans/import?dryRun=true", {
      method: "POST",
      headers: { "content-type": "text/markdown", "accept-language": locale },
      body: source,
      signal,
    });
    if (answer.status === 429) {
      return { kind: "later", afterMs: Number(answer.headers.get("retry-after") ?? 5) * 1000 };
    }
    const body = await answer.json();
    return answer.ok ? { kind: "read", reading: body } : { kind: "failed", detail: body.detail ?? null };
  } catch {
    return signal.aborted ? { kind: "aborted" } : { kind: "failed", detail: null };
  }
}
