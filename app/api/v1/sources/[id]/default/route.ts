import { personEndpoint, refuseCall } from "@/lib/server/http/endpoint";
import { nothing } from "@/lib/server/http/respond";
import { sources } from "@/lib/server/sources-composition";

export const POST = personEndpoint(async (call) => {
  const done = await sources().makeDefaultSource({ actor: call.actor, sourceId: call.params["id"] ?? "" });
  return done.ok ? nothing() : refuseCall(call, done.refusal, call.viewer);
});
