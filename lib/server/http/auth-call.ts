import { PasswordChange, SignIn } from "@/lib/contracts/people";
import { changePassword } from "../change-password";
import { people } from "../people-composition";
import { signIn, signOut } from "../sign-in";
import { viewerFromCookies } from "../viewer";
import { type Call, type PersonCall, refuseCall, unknownId } from "./endpoint";
import { readBody } from "./read-body";
import { json, rateLimited, unauthenticated } from "./respond";

function withCookies(value: unknown, setCookies: string[]): Response {
  return json(value, { headers: setCookies.map((cookie): [string, string] => ["set-cookie", cookie]) });
}

export async function signInCall(call: Call): Promise<Response> {
  const body = await readBody(call.request, SignIn);
  if (!body.ok) return refuseCall(call, body.refusal);
  const outcome = await signIn(body.value, call.request.headers);
  switch (outcome.outcome) {
    case "signed_in":
      return withCookies({ signedIn: true }, outcome.setCookies);
    case "wrong":
      return unauthenticated(call.language, "sign-in-wrong");
    case "rate_limited":
      return rateLimited(outcome.retryAfterSec * 1000, call.language, "too-many-sign-ins");
  }
}

/** Of all that better-auth could answer, signing in and out and "who am I" are open. The session's token never enters a body. */
export async function authCall(call: Call): Promise<Response> {
  const { request, params } = call;
  switch (`${request.method} ${params["all"]}`) {
    case "POST sign-in/username":
    case "POST sign-in":
      return signInCall(call);
    case "POST sign-out":
      return withCookies({ signedIn: false }, await signOut(request.headers));
    case "GET get-session":
    case "GET session":
      return json({ viewer: await viewerFromCookies(request.headers.get("cookie")) });
    default:
      return refuseCall(call, unknownId("not-found"));
  }
}

/** One's own password, by somebody who is signed in: a token that leaked must not lock its person out. */
export async function changePasswordCall(call: PersonCall): Promise<Response> {
  const { request, language, viewer } = call;
  if (request.headers.has("authorization")) {
    return refuseCall(call, { kind: "forbidden", because: "password-by-token", facts: {} }, viewer);
  }
  const body = await readBody(request, PasswordChange);
  if (!body.ok) return refuseCall(call, body.refusal);
  const person = (await people().listPeople()).find(({ id }) => id === viewer.person);
  if (person === undefined) return refuseCall(call, unknownId("person-unknown"), viewer);
  const outcome = await changePassword(person, { ...body.value, headers: request.headers });
  switch (outcome.outcome) {
    case "changed":
      return withCookies({ changed: true }, outcome.setCookies);
    case "refused":
      return refuseCall(call, outcome.refusal, viewer);
    case "rate_limited":
      return rateLimited(outcome.retryAfterMs, language, "too-many-sign-ins");
  }
}

/** Signs in whoever has just chosen a password, so that nobody types it twice. */
export async function signInFresh(call: Call, credentials: { username: string; password: string }): Promise<Response> {
  const outcome = await signIn(credentials, call.request.headers);
  return withCookies(
    { signedIn: outcome.outcome === "signed_in" },
    outcome.outcome === "signed_in" ? outcome.setCookies : [],
  );
}
