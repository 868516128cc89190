import type { MetricSource, SourceReply } from "@/lib/ports/metric-source";
import type { OutboundHttp } from "@/lib/ports/outbound-http";

export type JsonSourceOptions = {
  name: string;
  /** Everything that is asked lies below this address. */
  url: string;
  /** With its credentials. */
  headers: Record<string, string>;
  http: OutboundHttp;
};

const NO_PROMQL: SourceReply = { kind: "fault", because: "no_such_source", detail: "This source knows no PromQL." };

/** Where a path of a plan leads below the administrator's address; null where it would lead out of it (SR-6). */
export function addressBelow(base: string, path: string): string | null {
  const root = new URL(`${base.replace(/[?#].*$/u, "").replace(/\/+$/u, "")}/`);
  // As text behind the base: a path that is itself an address, or that begins with `//`, names no other host.
  const text = `${root.href}${path.replace(/^[/\\]+/u, "")}`;
  if (!URL.canParse(text)) return null;
  const address = new URL(text);
  if (address.origin !== root.origin || address.username !== "" || address.password !== "") return null;
  // Encoded dots and slashes are read by some servers as what they stand for.
  const isPlain = !/%2e|%2f|%5c|\\/iu.test(address.pathname);
  return isPlain && address.pathname.startsWith(root.pathname) ? address.href : null;
}

/** A service that serves JSON documents, for probes: read with GET, never written to. */
export function jsonSource({ name, url, headers, http }: JsonSourceOptions): MetricSource {
  return {
    name,
    simulated: false,
    query: async () => NO_PROMQL,
    queryRange: async () => NO_PROMQL,
    alerts: async () => null,
    readJson: async ({ path }) => {
      const address = addressBelow(url, path);
      if (address === null) return { kind: "fault", because: "address_refused", detail: path };
      const reply = await http.ask({ url: address, headers: { accept: "application/json", ...headers } });
      if (reply.kind === "fault") return reply;
      try {
        const body: unknown = JSON.parse(reply.text);
        return { kind: "reply", status: reply.status, body };
      } catch {
        return { kind: "fault", because: "not_json", detail: `HTTP ${reply.status}: ${reply.text.slice(0, 120)}` };
      }
    },
  };
}
