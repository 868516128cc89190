import type { MetricSource } from "@/lib/ports/metric-source";
import type { OutboundHttp } from "@/lib/ports/outbound-http";
import type { SourceRecord } from "@/lib/ports/source-store";
import { alertmanagerAlerts } from "./alertmanager";
import { type Credentials, prometheusSource } from "./prometheus-source";

export type Connected = { record: SourceRecord; secret: string | null; http: OutboundHttp };

/** How a source wants to be asked, from what an administrator gave. */
export function credentialsOf({ record, secret }: Omit<Connected, "http">): Credentials {
  if (secret === null) return { kind: "none" };
  return record.userName === null
    ? { kind: "bearer", token: secret }
    : { kind: "basic", user: record.userName, password: secret };
}

/** Grafana hands PromQL on to the data source behind it, under the same API: for teams whose Prometheus is reachable only there. */
function apiOf({ kind, url, datasourceUid }: SourceRecord): string {
  if (kind === "prometheus") return url;
  return `${url.replace(/\/+$/, "")}/api/datasources/proxy/uid/${encodeURIComponent(datasourceUid ?? "")}`;
}

/**
 * A defined source, ready to be asked. Alerts come from Alertmanager where there is one, because it alone knows silences; its
 * credentials are the source's only at the same origin: they never go to another, nor in the clear where they were given for https.
 */
export function connectSource(connected: Connected): MetricSource {
  const { record, http } = connected;
  const credentials = credentialsOf(connected);
  const source = prometheusSource({ name: record.name, url: apiOf(record), credentials, http });
  const { alertmanagerUrl } = record;
  if (alertmanagerUrl === null) return source;
  const isSameOrigin = new URL(alertmanagerUrl).origin === new URL(record.url).origin;
  const own: Credentials = isSameOrigin ? credentials : { kind: "none" };
  return { ...source, alerts: () => alertmanagerAlerts({ url: alertmanagerUrl, credentials: own, http }) };
}
