export type ApiAnswer<Value> =
  | { ok: true; value: Value }
  /** `detail` is the server's sentence in the page's language; null when nobody answered. */
  | { ok: false; status: number; detail: string | null };

type ApiRequest = { method: "GET" | "POST" | "PATCH" | "DELETE"; path: string; body?: unknown; locale: string };

function detailOf(body: unknown): string | null {
  if (typeof body !== "object" || body === null) return null;
  const detail = "detail" in body ? body.detail : null;
  const title = "title" in body ? body.title : null;
  if (typeof detail === "string") return detail;
  return typeof title === "string" ? title : null;
}

/** Calls the product's own HTTP interface; what goes wrong is a value with the server's sentence. */
export async function callApi<Value>({ method, path, body, locale }: ApiRequest): Promise<ApiAnswer<Value>> {
  const headers = { "content-type": "application/json", "accept-language": locale };
  const init = body === undefined ? { method, headers } : { method, headers, body: JSON.stringify(body) };
  const answer = await fetch(path, init).catch(() => null);
  if (answer === null) return { ok: false, status: 0, detail: null };
  const read: unknown = answer.status === 204 ? null : await answer.json().catch(() => null);
  return answer.ok ? { ok: true, value: read as Value } : { ok: false, status: answer.status, detail: detailOf(read) };
}
