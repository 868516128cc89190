import { environment } from "./environment";

/** The header in which our own HTTP server hands the client's address to the pages; whatever came from outside is dropped. */
export const CLIENT_ADDRESS_HEADER = "x-holdpoint-client-address";

/** How many reverse proxies of ours stand in front. */
export function accessSettings(): { trustedProxies: number } {
  const { trustedProxies } = environment();
  return { trustedProxies };
}
