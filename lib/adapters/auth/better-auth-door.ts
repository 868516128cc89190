import { betterAuth } from "better-auth/minimal";
import type { SignInDoor } from "@/lib/ports/sign-in";
import { type AuthSettings, authOptions } from "./better-auth-options";
import { readSignedCookie, sessionCookieName } from "./session-cookie";

/** A name that the policy for user names lets nobody have. */
const NOBODY = "-nobody-";

/** better-auth behind our port: of its endpoints only signing in, signing out and changing one's password are ever reached. */
export function betterAuthDoor(client: Parameters<typeof authOptions>[0], settings: AuthSettings): SignInDoor {
  const auth = betterAuth(authOptions(client, settings));
  const cookieName = sessionCookieName(settings.publicUrl.startsWith("https://"));
  return {
    async signIn({ username, password, headers }) {
      const response = await auth.api.signInUsername({
        body: { username: username ?? NOBODY, password },
        headers,
        asResponse: true,
      });
      if (response.status >= 500) throw new Error(`The sign-in failed inside (${response.status}).`);
      return response.ok ? { ok: true, setCookies: response.headers.getSetCookie() } : { ok: false };
    },
    async changePassword({ current, password, headers }) {
      const response = await auth.api.changePassword({
        body: { currentPassword: current, newPassword: password, revokeOtherSessions: true },
        headers,
        asResponse: true,
      });
      if (response.status >= 500) throw new Error(`The change of a password failed inside (${response.status}).`);
      return response.ok ? { ok: true, setCookies: response.headers.getSetCookie() } : { ok: false };
    },
    async signOut(headers) {
      const response = await auth.api.signOut({ headers, asResponse: true });
      return response.headers.getSetCookie();
    },
    readToken(cookieHeader) {
      return readSignedCookie(cookieHeader, cookieName, settings.secret);
    },
  };
}
