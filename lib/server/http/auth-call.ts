import { SignIn } from "@/lib/contracts/people";
import { signIn, signOut } from "../sign-in";
import { viewerFromCookies } from "../viewer";
import { type Call, refuseCall, unknownId } from "./endpoint";
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

/** Signs in whoever has just chosen a password, so that nobody types it twice. */
export async function signInFresh(call: Call, credentials: { username: string; password: string }): Promise<Response> {
  const outcome = await signIn(credentials, call.request.headers);
  return withCookies(
    { signedIn: outcome.outcome === "signed_in" },
    outcome.outcome === "signed_in" ? outcome.setCookies : [],
  );
}
