import { personEndpoint, refuseCall } from "@/lib/server/http/endpoint";
import { nothing } from "@/lib/server/http/respond";
import { people } from "@/lib/server/people-composition";

export const DELETE = personEndpoint(async (call) => {
  const revoked = await people().revokeSession({ actor: call.actor, sessionId: call.params["id"] ?? "" });
  return revoked.ok ? nothing() : refuseCall(call, revoked.refusal, call.viewer);
});
