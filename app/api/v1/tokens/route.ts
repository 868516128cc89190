import { NewToken } from "@/lib/contracts/people";
import { personEndpoint, refuseCall } from "@/lib/server/http/endpoint";
import { readBody } from "@/lib/server/http/read-body";
import { json } from "@/lib/server/http/respond";
import { people } from "@/lib/server/people-composition";

export const GET = personEndpoint(async ({ actor }) => json({ tokens: await people().listTokens({ actor }) }));

/** A token that leaked must not live on in tokens that it made itself: whoever makes one is signed in. */
export const POST = personEndpoint(async (call) => {
  if (call.request.headers.has("authorization")) {
    return refuseCall(call, { kind: "forbidden", because: "token-by-token", facts: {} }, call.viewer);
  }
  const body = await readBody(call.request, NewToken);
  if (!body.ok) return refuseCall(call, body.refusal);
  const made = await people().createToken({ actor: call.actor, ...body.value });
  if (!made.ok) return refuseCall(call, made.refusal, call.viewer);
  const { secret, ...value } = made.value;
  return json({ ...value, token: secret }, { status: 201 });
});
