import { lookup } from "node:dns/promises";
import { isIP } from "node:net";
import type { Side, VersionCount } from "@/lib/contracts/traffic";
import type { Generation } from "./render-include";

const resolveLimitMs = 1_000;

/** The addresses of one server as nginx writes them into its log. A name that nobody knows has none: nginx itself says so. */
async function addressesOf(server: string): Promise<string[]> {
  if (server.startsWith("unix:") || server.startsWith("[")) return [server];
  const [host = "", port = ""] = server.split(":");
  if (isIP(host) !== 0) return [server];
  const found = lookup(host, { all: true }).catch(() => []);
  const late = new Promise<never[]>((resolve) => setTimeout(resolve, resolveLimitMs, []).unref());
  const addresses = await Promise.race([found, late]);
  return addresses.map(({ address, family }) => (family === 6 ? `[${address}]:${port}` : `${address}:${port}`));
}

export async function resolveSide(servers: readonly string[]): Promise<string[]> {
  const found = await Promise.all(servers.map(addressesOf));
  return [...new Set(found.flat())];
}

export type Served = Side | "nobody" | "other";

/**
 * Who served in the end. With a retrying proxy both fields are lists ("10.0.0.1:80, 10.0.0.2:80"): the last one answered the user. A
 * server that never began to answer has no header time.
 */
export function servedBy(addresses: string, headerTimes: string, known: Generation["addresses"]): Served {
  const last = (list: string) => list.split(/, | : /u).at(-1) ?? "";
  if (last(headerTimes) === "-") return "nobody";
  const address = last(addresses);
  const [green, blue] = [known.green.includes(address), known.blue.includes(address)];
  if (green === blue) return "other";
  return green ? "green" : "blue";
}

/** No more versions than this are told apart on a side: what a header says is not ours. */
const VERSIONS_MAX = 20;

/** Counts by side and version. */
export class Tally {
  readonly counts: Record<Served, number> = { green: 0, blue: 0, nobody: 0, other: 0 };
  private readonly byVersion = new Map<string, VersionCount>();

  add(served: Served, version: string | null): void {
    this.counts[served] += 1;
    if (served !== "green" && served !== "blue") return;
    const shown = version === null ? null : version.slice(0, 200);
    const key = `${served} ${shown ?? ""}`;
    const known = this.byVersion.get(key);
    if (known !== undefined) known.count += 1;
    else if (this.byVersion.size < 2 * VERSIONS_MAX)
      this.byVersion.set(key, { side: served, version: shown, count: 1 });
  }

  versions(): VersionCount[] {
    return [...this.byVersion.values()].map((one) => ({ ...one }));
  }
}
