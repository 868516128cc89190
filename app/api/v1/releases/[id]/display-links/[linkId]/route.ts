import { personEndpoint, refuseCall } from "@/lib/server/http/endpoint";
import { nothing } from "@/lib/server/http/respond";
import { people } from "@/lib/server/people-composition";

export const DELETE = personEndpoint(async (call) => {
  const { id: releaseId = "", linkId: displayLinkId = "" } = call.params;
  const revoked = await people().revokeDisplayLink({ actor: call.actor, releaseId, displayLinkId });
  return revoked.ok ? nothing() : refuseCall(call, revoked.refusal, call.viewer);
});
