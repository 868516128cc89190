import { SourceWish } from "@/lib/contracts/sources";
import { personEndpoint, refuseCall } from "@/lib/server/http/endpoint";
import { readBody } from "@/lib/server/http/read-body";
import { json } from "@/lib/server/http/respond";
import { sources } from "@/lib/server/sources-composition";

export const GET = personEndpoint(async (call) => {
  const listed = await sources().listSources({ actor: call.actor });
  return listed.ok ? json({ sources: listed.value }) : refuseCall(call, listed.refusal, call.viewer);
});

export const POST = personEndpoint(async (call) => {
  const body = await readBody(call.request, SourceWish);
  if (!body.ok) return refuseCall(call, body.refusal);
  const made = await sources().defineSource({ actor: call.actor, wish: body.value });
  return made.ok ? json(made.value, { status: 201 }) : refuseCall(call, made.refusal, call.viewer);
});
