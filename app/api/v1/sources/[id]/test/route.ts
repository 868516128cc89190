import { personEndpoint, refuseCall } from "@/lib/server/http/endpoint";
import { json } from "@/lib/server/http/respond";
import { sources } from "@/lib/server/sources-composition";

export const POST = personEndpoint(async (call) => {
  const tried = await sources().trySource({ actor: call.actor, sourceId: call.params["id"] ?? "" });
  return tried.ok ? json(tried.value) : refuseCall(call, tried.refusal, call.viewer);
});
