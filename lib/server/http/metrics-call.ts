import { createHash, timingSafeEqual } from "node:crypto";
import { environment } from "../environment";
import { metricsText } from "../metrics";
import { viewerFromBearer } from "../viewer";
import { type Call, refuseCall, unknownId } from "./endpoint";

function isSame(given: string, wanted: string): boolean {
  const [left, right] = [given, wanted].map((text) => createHash("sha256").update(text).digest());
  return left !== undefined && right !== undefined && timingSafeEqual(left, right);
}

/** Open to the token of the environment and to an administrator's; to everybody else there is nothing here. */
export async function metricsCall(call: Call): Promise<Response> {
  const authorization = call.request.headers.get("authorization");
  const { metricsToken } = environment();
  const isScraper = metricsToken !== null && isSame(authorization ?? "", `Bearer ${metricsToken}`);
  const viewer = isScraper ? null : await viewerFromBearer(authorization);
  if (!isScraper && viewer?.permissions.includes("administrator") !== true) {
    return refuseCall(call, unknownId("not-found"));
  }
  const { contentType, text } = await metricsText();
  return new Response(text, { headers: { "content-type": contentType, "cache-control": "no-store" } });
}
