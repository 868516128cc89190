import type { z } from "zod";
import type { Answer } from "@/lib/contracts/answer";

/** The longest body of a route that reads JSON. */
export const BODY_MAX_BYTES = 256 * 1024;

function invalid<Value>(because: string, facts: Record<string, string | number> = {}): Answer<Value> {
  return { ok: false, refusal: { kind: "invalid", because, facts } };
}

/** The body as UTF-8 text; reading ends as soon as it is too long. */
export async function readText(request: Request, maxBytes = BODY_MAX_BYTES): Promise<Answer<string>> {
  if (Number(request.headers.get("content-length") ?? 0) > maxBytes) return invalid("body-too-long", { maxBytes });
  if (request.body === null) return { ok: true, value: "" };
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body) {
    length += chunk.byteLength;
    if (length > maxBytes) return invalid("body-too-long", { maxBytes });
    chunks.push(chunk);
  }
  try {
    return { ok: true, value: new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(chunks)) };
  } catch {
    return invalid("body-not-utf8");
  }
}

/** The body as JSON of whatever shape. */
export async function readJson(request: Request): Promise<Answer<unknown>> {
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (type !== "application/json") return invalid("body-not-json");
  const text = await readText(request);
  if (!text.ok) return text;
  try {
    return { ok: true, value: JSON.parse(text.value) };
  } catch {
    return invalid("body-not-json");
  }
}

/** What came in, as the schema wants it. */
function understand<Schema extends z.ZodType>(schema: Schema, value: unknown): Answer<z.output<Schema>> {
  const read = schema.safeParse(value);
  if (read.success) return { ok: true, value: read.data };
  const [issue] = read.error.issues;
  return invalid("not-understood", { field: issue?.path.join(".") ?? "", problem: issue?.message ?? "" });
}

/** The body as the schema wants it. */
export async function readBody<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
): Promise<Answer<z.output<Schema>>> {
  const body = await readJson(request);
  return body.ok ? understand(schema, body.value) : body;
}

/** The address's parameters as the schema wants them. */
export function readQuery<Schema extends z.ZodType>(request: Request, schema: Schema): Answer<z.output<Schema>> {
  return understand(schema, Object.fromEntries(new URL(request.url).searchParams));
}
