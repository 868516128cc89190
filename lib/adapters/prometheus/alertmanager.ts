import type { AlertsReply } from "@/lib/ports/metric-source";
import type { OutboundHttp } from "@/lib/ports/outbound-http";
import { asJson, authorisation, type Credentials } from "./prometheus-source";
import { readAlertmanagerAlerts } from "./read-alerts";

type Asked = { url: string; credentials: Credentials; http: OutboundHttp };

/** Every alert that Alertmanager holds, silenced ones marked: a silenced alert is shown as silenced, not as absent. */
export async function alertmanagerAlerts({ url, credentials, http }: Asked): Promise<AlertsReply> {
  const headers = { accept: "application/json", ...authorisation(credentials) };
  const reply = asJson(await http.ask({ url: `${url.replace(/\/+$/, "")}/api/v2/alerts`, headers }));
  return reply.kind === "fault" ? reply : readAlertmanagerAlerts(reply);
}
