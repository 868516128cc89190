import { z } from "zod";
import type { Alert, AlertsReply, SourceReply } from "@/lib/ports/metric-source";

const texts = z.record(z.string(), z.string());

const PrometheusAlerts = z.object({
  status: z.literal("success"),
  data: z.object({
    alerts: z.array(
      z.object({
        state: z.string(),
        labels: texts,
        annotations: texts.default({}),
        activeAt: z.iso.datetime({ offset: true }).nullish(),
      }),
    ),
  }),
});

const AlertmanagerAlerts = z.array(
  z.object({
    fingerprint: z.string(),
    labels: texts,
    annotations: texts.default({}),
    startsAt: z.iso.datetime({ offset: true }).nullish(),
    status: z.object({
      state: z.enum(["active", "suppressed", "unprocessed"]),
      silencedBy: z.array(z.string()).default([]),
      inhibitedBy: z.array(z.string()).default([]),
    }),
  }),
);

type Reply = Extract<SourceReply, { kind: "reply" }>;

const longestText = 300;

/** The labels in their order are what tells an alert from another. */
function idOf(labels: Record<string, string>): string {
  return Object.entries(labels)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}=${value}`)
    .join(",")
    .slice(0, longestText);
}

function textsOf(labels: Record<string, string>, annotations: Record<string, string>) {
  return {
    name: (labels["alertname"] ?? "alert").slice(0, longestText),
    summary: (annotations["summary"] ?? annotations["description"] ?? "").slice(0, longestText),
    severity: (labels["severity"] ?? "").slice(0, 40),
  };
}

function instantOf(text: string | null | undefined): number | null {
  return text == null ? null : Date.parse(text);
}

function notUnderstood({ status }: Reply): AlertsReply {
  return { kind: "fault", because: "not_json", detail: `HTTP ${status}: not a list of alerts` };
}

/** What Prometheus itself says of its rules: firing ones only, and nothing about silences. */
export function readPrometheusAlerts(reply: Reply): AlertsReply {
  const read = PrometheusAlerts.safeParse(reply.body);
  if (reply.status !== 200 || !read.success) return notUnderstood(reply);
  const firing = read.data.data.alerts.filter(({ state }) => state === "firing");
  const alerts = firing.map(
    ({ labels, annotations, activeAt }): Alert => ({
      id: idOf(labels),
      ...textsOf(labels, annotations),
      silenced: false,
      since: instantOf(activeAt),
    }),
  );
  return { kind: "alerts", alerts };
}

/** What Alertmanager says (API v2): it alone knows what somebody has silenced. Inhibited ones count as silenced. */
export function readAlertmanagerAlerts(reply: Reply): AlertsReply {
  const read = AlertmanagerAlerts.safeParse(reply.body);
  if (reply.status !== 200 || !read.success) return notUnderstood(reply);
  const alerts = read.data.map(
    ({ labels, annotations, startsAt, status }): Alert => ({
      id: idOf(labels),
      ...textsOf(labels, annotations),
      silenced: status.state === "suppressed",
      since: instantOf(startsAt),
    }),
  );
  return { kind: "alerts", alerts };
}
