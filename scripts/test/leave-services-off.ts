import { existsSync } from "node:fs";
import { runQuietly } from "../start/run-quietly";

/** What Debian starts for the whole machine, now and at every boot, as soon as a package is there. */
const UNITS: Readonly<Record<string, string>> = {
  "nginx-light": "nginx.service",
  prometheus: "prometheus.service",
  "prometheus-alertmanager": "prometheus-alertmanager.service",
};

type Host = { systemctl: string; isSystemd: boolean };
const THIS: Host = { systemctl: "systemctl", isSystemd: existsSync("/run/systemd/system") };

/**
 * Of packages that were installed just now only the programs are wanted: their services are stopped and stay off. Answers what to tell
 * of it, null where there is nothing to tell.
 */
export async function leaveServicesOff(packages: readonly string[], host = THIS): Promise<string | null> {
  const units = packages.flatMap((name) => UNITS[name] ?? []);
  if (units.length === 0 || !host.isSystemd) return null;
  const args = ["disable", "--now", ...units];
  return runQuietly(host.systemctl, args, { failure: "systemd did not stop them" }).then(
    () => `${units.join(" and ")} came with the packages and are switched off: only the programs are used here.`,
    (error: Error) => `${error.message}\nThey run for the whole machine now. To stop them: systemctl ${args.join(" ")}`,
  );
}
