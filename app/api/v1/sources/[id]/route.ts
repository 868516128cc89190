import { personEndpoint, refuseCall } from "@/lib/server/http/endpoint";
import { nothing } from "@/lib/server/http/respond";
import { sources } from "@/lib/server/sources-composition";

export const DELETE = personEndpoint(async (call) => {
  const removed = await sources().removeSource({ actor: call.actor, sourceId: call.params["id"] ?? "" });
  return removed.ok ? nothing() : refuseCall(call, removed.refusal, call.viewer);
});
