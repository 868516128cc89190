import { prismaAdapter } from "better-auth/adapters/prisma";
import { username } from "better-auth/plugins/username";
import { PASSWORD_MAX_LENGTH, PASSWORD_MIN_LENGTH } from "@/lib/domain/people/password-policy";
import { normaliseUsername } from "@/lib/domain/people/username";
import { sessionCookieName } from "./session-cookie";

export type AuthSettings = { publicUrl: string; secret: string; clientAddressHeader: string };
type Client = Parameters<typeof prismaAdapter>[0];

/** Sessions end 12 h after the sign-in whatever happens; idleness is judged where a session is read. */
const ABSOLUTE_SECONDS = 12 * 3600;

export function authOptions(client: Client, { publicUrl, secret, clientAddressHeader }: AuthSettings) {
  const isHttps = publicUrl.startsWith("https://");
  const name = sessionCookieName(isHttps);
  return {
    appName: "Holdpoint",
    baseURL: publicUrl,
    basePath: "/api/auth",
    secret,
    trustedOrigins: [publicUrl],
    telemetry: { enabled: false },
    // Sentences for the log are ours: better-auth's would tell known from unknown names there.
    logger: { disabled: true },
    database: prismaAdapter(client, { provider: "postgresql" }),
    session: { expiresIn: ABSOLUTE_SECONDS, disableSessionRefresh: true, cookieCache: { enabled: false } },
    // Ours counts per account and address in the database, for all instances together.
    rateLimit: { enabled: false },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_MIN_LENGTH,
      maxPasswordLength: PASSWORD_MAX_LENGTH,
    },
    plugins: [
      username({ usernameNormalization: normaliseUsername, usernameValidator: () => true, maxUsernameLength: 64 }),
    ],
    advanced: {
      // The prefix that better-auth would add is __Secure-; ours is the stricter one.
      useSecureCookies: false,
      defaultCookieAttributes: { secure: isHttps, sameSite: "lax" as const, httpOnly: true, path: "/" },
      cookies: {
        session_token: { name },
        session_data: { name: `${name}_data` },
        dont_remember: { name: `${name}_short` },
      },
      ipAddress: { ipAddressHeaders: [clientAddressHeader] },
    },
  };
}
