import { DisplayCode } from "@/lib/contracts/people";
import { CLIENT_ADDRESS_HEADER } from "../access-settings";
import { log } from "../log";
import { people } from "../people-composition";
import { type Call, refuseCall } from "./endpoint";
import { readBody } from "./read-body";
import { json, rateLimited } from "./respond";

/** An answer comes no sooner than this, so that its time tells nothing of how near a guess was. */
const ANSWER_MS = 400;

/** A display exchanges the six digits that somebody reads out for the secret that opens its wall. */
export async function openDisplayCall(call: Call): Promise<Response> {
  const startedAt = performance.now();
  const address = call.request.headers.get(CLIENT_ADDRESS_HEADER) ?? "unknown";
  const allowance = await people().codes.attempt(address);
  if (!allowance.allowed) {
    log.warn({ address }, "Too many display codes were tried.");
    return rateLimited(allowance.retryAfterMs, call.language);
  }
  const body = await readBody(call.request, DisplayCode);
  if (!body.ok) return refuseCall(call, body.refusal);
  const opened = await people().openDisplay(body.value);
  const restMs = ANSWER_MS - (performance.now() - startedAt);
  if (restMs > 0) await new Promise((done) => setTimeout(done, restMs));
  if (!opened.ok) return refuseCall(call, opened.refusal);
  const { releaseId, secret } = opened.value;
  return json({ releaseId, path: `/wall/${encodeURIComponent(releaseId)}?display=${secret}` });
}
