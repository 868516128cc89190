import { AcceptInvite, NewInvite, PersonChange, Setup } from "@/lib/contracts/people";
import { CLIENT_ADDRESS_HEADER } from "../access-settings";
import { environment } from "../environment";
import { people } from "../people-composition";
import { signInFresh } from "./auth-call";
import { type Call, type PersonCall, refuseCall } from "./endpoint";
import { rateLimits } from "./limits";
import { readBody } from "./read-body";
import { json, nothing, rateLimited } from "./respond";

/** Codes and links cannot be guessed; whoever tries is slowed down all the same. */
async function tooManyTries({ request, language }: Call): Promise<Response | null> {
  const allowance = await rateLimits().attempts.take(request.headers.get(CLIENT_ADDRESS_HEADER) ?? "unknown");
  return allowance.allowed ? null : rateLimited(allowance.retryAfterMs, language);
}

export async function setupCall(call: Call): Promise<Response> {
  const limited = await tooManyTries(call);
  if (limited !== null) return limited;
  const body = await readBody(call.request, Setup);
  if (!body.ok) return refuseCall(call, body.refusal);
  const { email = null, ...setup } = body.value;
  const made = await people().completeSetup({ ...setup, email });
  return made.ok ? signInFresh(call, setup) : refuseCall(call, made.refusal);
}

export async function acceptInviteCall(call: Call): Promise<Response> {
  const limited = await tooManyTries(call);
  if (limited !== null) return limited;
  const body = await readBody(call.request, AcceptInvite);
  if (!body.ok) return refuseCall(call, body.refusal);
  const made = await people().acceptInvite(body.value);
  return made.ok ? signInFresh(call, body.value) : refuseCall(call, made.refusal);
}

export async function inviteCall(call: PersonCall): Promise<Response> {
  const body = await readBody(call.request, NewInvite);
  if (!body.ok) return refuseCall(call, body.refusal);
  const { email = null, planContact = null, ...invite } = body.value;
  const invited = await people().invitePerson({ actor: call.actor, ...invite, email, planContact });
  if (!invited.ok) return refuseCall(call, invited.refusal, call.viewer);
  const { secret, ...value } = invited.value;
  return json({ ...value, link: `${environment().publicUrl}/invite?code=${secret}` }, { status: 201 });
}

export async function changePersonCall(call: PersonCall): Promise<Response> {
  const body = await readBody(call.request, PersonChange);
  if (!body.ok) return refuseCall(call, body.refusal);
  const { permissions, disabled, planContact } = body.value;
  const who = { actor: call.actor, person: call.params["id"] ?? "" };
  const verbs = people();
  const changes = [
    permissions === undefined ? null : () => verbs.setPermissions({ ...who, permissions }),
    disabled === undefined ? null : () => (disabled ? verbs.disablePerson(who) : verbs.enablePerson(who)),
    planContact === undefined ? null : () => verbs.setPlanContact({ ...who, planContact }),
  ];
  for (const change of changes) {
    const answer = await change?.();
    if (answer?.ok === false) return refuseCall(call, answer.refusal, call.viewer);
  }
  return nothing();
}
