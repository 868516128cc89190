import { NewDisplayLink } from "@/lib/contracts/people";
import { environment } from "@/lib/server/environment";
import { personEndpoint, refuseCall } from "@/lib/server/http/endpoint";
import { readBody } from "@/lib/server/http/read-body";
import { json } from "@/lib/server/http/respond";
import { people } from "@/lib/server/people-composition";

export const GET = personEndpoint(async (call) => {
  const links = await people().listDisplayLinks({ actor: call.actor, releaseId: call.params["id"] ?? "" });
  return links.ok ? json({ displayLinks: links.value }) : refuseCall(call, links.refusal, call.viewer);
});

export const POST = personEndpoint(async (call) => {
  const body = await readBody(call.request, NewDisplayLink);
  if (!body.ok) return refuseCall(call, body.refusal);
  const releaseId = call.params["id"] ?? "";
  const made = await people().createDisplayLink({ actor: call.actor, releaseId, ...body.value });
  if (!made.ok) return refuseCall(call, made.refusal, call.viewer);
  const { secret, ...value } = made.value;
  const link = `${environment().publicUrl}/wall/${encodeURIComponent(releaseId)}?display=${secret}`;
  return json({ ...value, link }, { status: 201 });
});
