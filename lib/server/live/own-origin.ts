import type { IncomingHttpHeaders } from "node:http";

const loopback = new Set(["127.0.0.1", "localhost", "[::1]"]);

/** Whether both name this machine itself, at the same port: 127.0.0.1 and localhost are one product to a person. */
function isSameLoopback(origin: string, own: string): boolean {
  if (!URL.canParse(origin)) return false;
  const [asked, ours] = [new URL(origin), new URL(own)];
  return (
    loopback.has(asked.hostname) &&
    loopback.has(ours.hostname) &&
    asked.protocol === ours.protocol &&
    asked.port === ours.port
  );
}

/**
 * Whether a handshake comes from a page of ours. A WebSocket of a foreign page always carries its Origin; a same-origin request of
 * long-polling carries none, and then the browser's own word is asked for.
 */
export function isFromOwnPage(headers: IncomingHttpHeaders, publicOrigin: string): boolean {
  const { origin } = headers;
  if (origin === undefined) return headers["sec-fetch-site"] === "same-origin";
  return origin === publicOrigin || isSameLoopback(origin, publicOrigin);
}
