import type { IncomingMessage, ServerResponse } from "node:http";

/**
 * The body's bytes; null when whoever sent it has gone. Reading ends as soon as there are more than `maxBytes`, and then one byte too many is
 * what tells. The stream is left open: the answer goes out on the same connection.
 */
async function readBytes(incoming: IncomingMessage, maxBytes: number): Promise<Uint8Array<ArrayBuffer> | null> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of incoming.iterator({ destroyOnReturn: false })) {
      chunks.push(chunk);
      length += chunk.length;
      if (length > maxBytes) break;
    }
  } catch (error) {
    if (incoming.complete) throw error;
    return null;
  }
  return new Uint8Array(Buffer.concat(chunks, Math.min(length, maxBytes + 1)));
}

function headersOf({ headers }: IncomingMessage): Headers {
  const copied = new Headers();
  for (const [name, value] of Object.entries(headers)) {
    for (const line of [value ?? []].flat()) copied.append(name, line);
  }
  return copied;
}

/** A POST as the Request that routes take, of a longer body only so much that it is seen to be too long; null when its sender has gone. */
export async function toWebRequest(
  incoming: IncomingMessage,
  { origin, maxBytes }: { origin: string; maxBytes: number },
): Promise<Request | null> {
  const body = await readBytes(incoming, maxBytes);
  if (body === null) return null;
  return new Request(new URL(incoming.url ?? "/", origin), { method: "POST", headers: headersOf(incoming), body });
}

/** Answers with what a route returned. */
export async function sendWebResponse(response: ServerResponse, answer: Response): Promise<void> {
  const body = Buffer.from(await answer.arrayBuffer());
  for (const [name, value] of answer.headers) response.appendHeader(name, value);
  response.setHeader("content-length", body.length);
  response.writeHead(answer.status);
  response.end(body);
}
