import { environment } from "../environment";
import type { Endpoint } from "./endpoint";
import { BODY_MAX_BYTES } from "./read-body";
import type { Handle } from "./request-gate";
import { helloEndpoint, jobEndpoint, takeEndpoint, trafficCountsEndpoint } from "./runner-calls";
import { sendWebResponse, toWebRequest } from "./web-exchange";

const jobPath = /^\/api\/v1\/runner\/jobs\/([^/?#]+)\/([a-z]+)$/;

type Found = { endpoint: Endpoint; params: Record<string, string> };

function endpointAt(path: string): Found | null {
  if (path === "/api/v1/runner/hello") return { endpoint: helloEndpoint, params: {} };
  if (path === "/api/v1/runner/jobs/take") return { endpoint: takeEndpoint, params: {} };
  if (path === "/api/v1/runner/traffic") return { endpoint: trafficCountsEndpoint, params: {} };
  const [, id, verb] = jobPath.exec(path) ?? [];
  return id === undefined || verb === undefined ? null : { endpoint: jobEndpoint, params: { id, verb } };
}

/**
 * Answers runners where commands are committed, so that one that waits for work hears of a rollback in the moment in which it is
 * committed. Everything else goes on to `next`, which has the same endpoints at the same addresses.
 */
export function answerRunnersFirst(next: Handle): Handle {
  return async (request, response) => {
    const found = request.method === "POST" ? endpointAt(request.url ?? "") : null;
    if (found === null) return next(request, response);
    const asked = await toWebRequest(request, { origin: environment().publicUrl, maxBytes: BODY_MAX_BYTES });
    if (asked === null) return;
    const answer = await found.endpoint(asked, { params: Promise.resolve(found.params) });
    if (!request.complete) response.setHeader("connection", "close");
    await sendWebResponse(response, answer);
  };
}
