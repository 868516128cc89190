import { personEndpoint, refuseCall } from "@/lib/server/http/endpoint";
import { nothing } from "@/lib/server/http/respond";
import { runners } from "@/lib/server/runner-composition";

export const DELETE = personEndpoint(async (call) => {
  const removed = await runners().revokeRunner({ actor: call.actor, runnerId: call.params["id"] ?? "" });
  return removed.ok ? nothing() : refuseCall(call, removed.refusal, call.viewer);
});
