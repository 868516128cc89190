import { NewApproval } from "@/lib/contracts/plans";
import { services } from "@/lib/server/composition";
import { personEndpoint, refuseCall } from "@/lib/server/http/endpoint";
import { readBody } from "@/lib/server/http/read-body";
import { json } from "@/lib/server/http/respond";

export const POST = personEndpoint(async (call) => {
  const body = await readBody(call.request, NewApproval);
  if (!body.ok) return refuseCall(call, body.refusal);
  const wish = { planVersionId: call.params["id"] ?? "", role: body.value.role, actor: call.actor };
  const approved = await services().approvePlan(wish);
  return approved.ok ? json({ approved: true }, { status: 201 }) : refuseCall(call, approved.refusal, call.viewer);
});
