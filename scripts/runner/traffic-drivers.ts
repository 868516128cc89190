import { readFileSync } from "node:fs";
import { NginxSettings } from "@/lib/adapters/nginx/nginx-settings";
import { NginxTraffic } from "@/lib/adapters/nginx/nginx-traffic";
import { textByHand } from "@/lib/adapters/nginx/text-by-hand";
import { createOutboundHttp } from "@/lib/adapters/outbound-http/outbound-http";
import { fillText, ManualSettings, ManualTraffic } from "@/lib/adapters/traffic-manual/manual-traffic";
import { WEBHOOK_SECRET_LEAST, WebhookSettings, WebhookTraffic } from "@/lib/adapters/traffic-webhook/webhook-traffic";
import type { TrafficDriverMakers } from "@/lib/runner/host/host";
import { problemsOf } from "@/lib/runner/host/problem";
import { complaintOnSecretFile } from "@/lib/runner/host/secret-files";

/** Null: not readable. A trailing line break is an editor's, not part of the secret. */
function readSecret(file: string): string | null {
  try {
    return readFileSync(file, "utf8").trim();
  } catch {
    return null;
  }
}

/** The drivers that a host file can name under `traffic`; `nginx-by-hand` takes the settings of `nginx` and shows the text instead. */
export const trafficDrivers: TrafficDriverMakers = {
  nginx(settings) {
    const read = NginxSettings.safeParse(settings, { reportInput: true });
    return read.success
      ? { ok: true, driver: new NginxTraffic(read.data) }
      : { ok: false, problems: problemsOf(read.error) };
  },
  "nginx-by-hand"(settings) {
    const read = NginxSettings.safeParse(settings, { reportInput: true });
    if (!read.success) return { ok: false, problems: problemsOf(read.error) };
    return { ok: true, driver: new ManualTraffic(read.data.name, (order) => textByHand(read.data, order)) };
  },
  manual(settings) {
    const read = ManualSettings.safeParse(settings, { reportInput: true });
    if (!read.success) return { ok: false, problems: problemsOf(read.error) };
    const { name, text } = read.data;
    return { ok: true, driver: new ManualTraffic(name, (order) => fillText(text, order)) };
  },
  webhook(settings) {
    const read = WebhookSettings.safeParse(settings, { reportInput: true });
    if (!read.success) return { ok: false, problems: problemsOf(read.error) };
    const { name, url, secretFile, loopback, privateRanges } = read.data;
    const open = complaintOnSecretFile(secretFile);
    if (open !== null) return { ok: false, problems: [{ path: ["secretFile"], says: open }] };
    const secret = readSecret(secretFile);
    if (secret === null || secret.length < WEBHOOK_SECRET_LEAST) {
      const says = `must name a readable file with at least ${WEBHOOK_SECRET_LEAST} characters in it`;
      return { ok: false, problems: [{ path: ["secretFile"], says }] };
    }
    const http = createOutboundHttp({ allowed: { loopback, privateRanges } });
    return { ok: true, driver: new WebhookTraffic({ name, url, secret }, http) };
  },
};
