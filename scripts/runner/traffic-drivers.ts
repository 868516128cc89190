import { NginxSettings } from "@/lib/adapters/nginx/nginx-settings";
import { NginxTraffic } from "@/lib/adapters/nginx/nginx-traffic";
import type { TrafficDriverMakers } from "@/lib/runner/host/host";
import { problemsOf } from "@/lib/runner/host/problem";

/** The drivers that a host file can name under `traffic`. */
export const trafficDrivers: TrafficDriverMakers = {
  nginx(settings) {
    const read = NginxSettings.safeParse(settings, { reportInput: true });
    return read.success
      ? { ok: true, driver: new NginxTraffic(read.data) }
      : { ok: false, problems: problemsOf(read.error) };
  },
};
