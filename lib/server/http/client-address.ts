import type { IncomingMessage } from "node:http";
import { CLIENT_ADDRESS_HEADER } from "../access-settings";

/** Headers that only we may set: whoever sends them from outside is not heard. */
const ours = [CLIENT_ADDRESS_HEADER, "content-security-policy", "content-security-policy-report-only"];

/**
 * The address that the request came from. Behind `trustedProxies` reverse proxies of ours it is the one that the outermost of them
 * saw, counted from the right: whatever stands further left in X-Forwarded-For was written by the client.
 */
function clientAddress(request: IncomingMessage, trustedProxies: number): string {
  const direct = request.socket.remoteAddress ?? "unknown";
  if (trustedProxies === 0) return direct;
  const forwarded = [request.headers["x-forwarded-for"] ?? []]
    .flat()
    .flatMap((line) => line.split(","))
    .map((part) => part.trim())
    .filter((part) => part !== "");
  return forwarded.at(-trustedProxies) ?? forwarded[0] ?? direct;
}

/** Makes the headers such that what comes after may believe them. */
export function signHeaders(request: IncomingMessage, trustedProxies: number): void {
  const address = clientAddress(request, trustedProxies);
  for (const name of ours) delete request.headers[name];
  request.headers[CLIENT_ADDRESS_HEADER] = address;
}
