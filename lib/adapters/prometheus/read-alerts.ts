import { createHash } from "node:crypto";
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

/** As the log can keep it: whole characters only, none that Postgres refuses. */
function kept(text: string, most = longestText): string {
  return [...text.slice(0, most)].map((char) => (/[\0\p{Cs}]/u.test(char) ? "\ufffd" : char)).join("");
}

/** The labels in their order are what tells an alert from another; many of them are told apart by their hash. */
function idOf(labels: Record<string, string>): string {
  const text = Object.entries(labels)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}=${value}`)
    .join(",");
  if (text.length <= longestText) return kept(text);
  const hash = createHash("sha256").update(text).digest("hex").slice(0, 16);
  return `${kept(text, longestText - hash.length - 1)}#${hash}`;
}

/** Always in the same order, which Prometheus does not keep: of a storm the same ones are shown each time. */
function inOrder(alerts: Alert[]): AlertsReply {
  return { kind: "alerts", alerts: alerts.toSorted((a, b) => (a.id < b.id ? -1 : 1)) };
}

function textsOf(labels: Record<string, string>, annotations: Record<string, string>) {
  return {
    name: kept(labels["alertname"] ?? "alert"),
    summary: kept(annotations["summary"] ?? annotations["description"] ?? ""),
    severity: kept(labels["severity"] ?? "", 40),
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
  return inOrder(alerts);
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
  return inOrder(alerts);
}
