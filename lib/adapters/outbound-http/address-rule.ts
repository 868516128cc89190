import ipaddr from "ipaddr.js";

/** Which addresses may be called besides public ones (SR-6). */
export type AddressAllowance = { loopback: boolean; privateRanges: boolean };

/** Cloud machines answer here with their own credentials; some lie in ranges that are otherwise fine. */
const METADATA = new Set(["169.254.169.254", "100.100.100.200", "192.0.0.192", "fd00:ec2::254"].map(normal));

const PRIVATE: ReadonlySet<string> = new Set(["private", "uniqueLocal", "carrierGradeNat"]);

function normal(address: string): string {
  return ipaddr.process(address).toNormalizedString();
}

/** Whether nobody may be called at this address: not one, not reachable for us, or another machine's own business. */
export function isAddressRefused(address: string, allowed: AddressAllowance): boolean {
  if (!ipaddr.isValid(address)) return true;
  if (METADATA.has(normal(address))) return true;
  const range = ipaddr.process(address).range();
  if (range === "loopback") return !allowed.loopback;
  if (PRIVATE.has(range)) return !allowed.privateRanges;
  return range !== "unicast";
}
