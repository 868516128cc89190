import { personEndpoint, refuseCall } from "@/lib/server/http/endpoint";
import { json } from "@/lib/server/http/respond";
import { people } from "@/lib/server/people-composition";

export const GET = personEndpoint(async (call) => {
  const person = new URL(call.request.url).searchParams.get("person");
  const sessions = await people().listSessions({ actor: call.actor, person });
  return sessions.ok ? json({ sessions: sessions.value }) : refuseCall(call, sessions.refusal, call.viewer);
});
