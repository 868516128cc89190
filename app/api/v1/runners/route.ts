import { RunnerWish } from "@/lib/contracts/runners";
import { personEndpoint, refuseCall } from "@/lib/server/http/endpoint";
import { readBody } from "@/lib/server/http/read-body";
import { json } from "@/lib/server/http/respond";
import { runners } from "@/lib/server/runner-composition";

export const GET = personEndpoint(async () => json({ runners: await runners().listRunners() }));

export const POST = personEndpoint(async (call) => {
  const body = await readBody(call.request, RunnerWish);
  if (!body.ok) return refuseCall(call, body.refusal);
  const made = await runners().addRunner({ actor: call.actor, wish: body.value });
  return made.ok ? json(made.value, { status: 201 }) : refuseCall(call, made.refusal, call.viewer);
});
