const LOOPBACK: ReadonlySet<string> = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** The three names of this machine are one place, as long as scheme and port agree. */
function isSameLoopback(one: string, other: string): boolean {
  if (!URL.canParse(one) || !URL.canParse(other)) return false;
  const [left, right] = [new URL(one), new URL(other)];
  return (
    LOOPBACK.has(left.hostname) &&
    LOOPBACK.has(right.hostname) &&
    left.protocol === right.protocol &&
    left.port === right.port
  );
}

export type Provenance = "own" | "foreign" | "unsaid";

/** Where a request that changes something comes from, by what only a browser can say (SR-4). */
export function provenanceOf(headers: Headers, publicOrigin: string): Provenance {
  const origin = headers.get("origin");
  if (origin !== null) {
    return origin === publicOrigin || isSameLoopback(origin, publicOrigin) ? "own" : "foreign";
  }
  const site = headers.get("sec-fetch-site");
  if (site === null) return "unsaid";
  return site === "same-origin" ? "own" : "foreign";
}

export function isMutation(method: string): boolean {
  return method !== "GET" && method !== "HEAD" && method !== "OPTIONS";
}
