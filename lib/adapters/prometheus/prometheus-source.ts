import type { AlertsReply, MetricSource, SourceReply } from "@/lib/ports/metric-source";
import type { OutboundHttp, OutboundReply } from "@/lib/ports/outbound-http";
import { readPrometheusAlerts } from "./read-alerts";

export type Credentials =
  | { kind: "none" }
  | { kind: "bearer"; token: string }
  | { kind: "basic"; user: string; password: string };

export type PrometheusOptions = {
  name: string;
  /** Where its API begins, with the path in front of `/api/v1` where there is one. */
  url: string;
  credentials: Credentials;
  http: OutboundHttp;
};

/** The header that a service wants to see; none where it wants none. */
export function authorisation(credentials: Credentials): Record<string, string> {
  switch (credentials.kind) {
    case "none":
      return {};
    case "bearer":
      return { authorization: `Bearer ${credentials.token}` };
    case "basic": {
      const pair = Buffer.from(`${credentials.user}:${credentials.password}`, "utf8").toString("base64");
      return { authorization: `Basic ${pair}` };
    }
  }
}

/** What came back as JSON; anything else is a fault of the source and says nothing about the release. */
export function asJson(reply: OutboundReply): SourceReply {
  if (reply.kind === "fault") return reply;
  try {
    const body: unknown = JSON.parse(reply.text);
    return { kind: "reply", status: reply.status, body };
  } catch {
    return { kind: "fault", because: "not_json", detail: `HTTP ${reply.status}: ${reply.text.slice(0, 120)}` };
  }
}

const seconds = (ms: number) => (ms / 1000).toFixed(3);

/** Prometheus, or whatever speaks its HTTP API. Queries go by POST: they are long. */
export function prometheusSource({ name, url, credentials, http }: PrometheusOptions): MetricSource {
  const base = url.replace(/\/+$/, "");
  const headers = { accept: "application/json", ...authorisation(credentials) };

  async function post(path: string, form: Record<string, string>): Promise<SourceReply> {
    const body = new URLSearchParams(form).toString();
    const type = { "content-type": "application/x-www-form-urlencoded" };
    return asJson(await http.ask({ url: `${base}${path}`, method: "POST", headers: { ...headers, ...type }, body }));
  }

  return {
    name,
    simulated: false,
    query: ({ query, at }) => post("/api/v1/query", { query, time: seconds(at), timeout: "4s" }),
    queryRange: ({ query, from, to, stepS }) => {
      // Aligned to the step: the same points come back whoever asks when.
      const step = stepS * 1000;
      const [start, end] = [Math.ceil(from / step) * step, Math.floor(to / step) * step];
      const form = { query, start: seconds(start), end: seconds(end), step: String(stepS), timeout: "4s" };
      return post("/api/v1/query_range", form);
    },
    alerts: async (): Promise<AlertsReply> => {
      const reply = asJson(await http.ask({ url: `${base}/api/v1/alerts`, headers }));
      return reply.kind === "fault" ? reply : readPrometheusAlerts(reply);
    },
  };
}
