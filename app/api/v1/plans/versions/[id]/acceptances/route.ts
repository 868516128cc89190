import { NewAcceptance } from "@/lib/contracts/plans";
import { services } from "@/lib/server/composition";
import { personEndpoint, refuseCall } from "@/lib/server/http/endpoint";
import { readBody } from "@/lib/server/http/read-body";
import { json } from "@/lib/server/http/respond";

export const POST = personEndpoint(async (call) => {
  const body = await readBody(call.request, NewAcceptance);
  if (!body.ok) return refuseCall(call, body.refusal);
  const wish = { planVersionId: call.params["id"] ?? "", ...body.value, actor: call.actor };
  const accepted = await services().acceptFinding(wish);
  return accepted.ok ? json({ accepted: true }, { status: 201 }) : refuseCall(call, accepted.refusal, call.viewer);
});
