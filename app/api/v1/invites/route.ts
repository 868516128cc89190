import { personEndpoint, refuseCall } from "@/lib/server/http/endpoint";
import { inviteCall } from "@/lib/server/http/people-calls";
import { json } from "@/lib/server/http/respond";
import { people } from "@/lib/server/people-composition";

export const GET = personEndpoint(async (call) => {
  const invites = await people().listInvites({ actor: call.actor });
  return invites.ok ? json({ invites: invites.value }) : refuseCall(call, invites.refusal, call.viewer);
});

export const POST = personEndpoint(inviteCall);
