import { createHmac, timingSafeEqual } from "node:crypto";

/** `__Host-` binds the cookie to this host and to https; browsers refuse it on plain http. */
export function sessionCookieName(isHttps: boolean): string {
  return isHttps ? "__Host-holdpoint_session" : "holdpoint_session";
}

/** better-auth's signed cookie: `token.base64(HMAC-SHA-256)`, percent-encoded. */
export function readSignedCookie(cookieHeader: string | null, name: string, secret: string): string | null {
  const pair = cookieHeader?.split(/;\s*/).find((part) => part.startsWith(`${name}=`));
  if (pair === undefined) return null;
  const value = decode(pair.slice(name.length + 1));
  const dot = value.lastIndexOf(".");
  if (dot < 1) return null;
  const token = value.slice(0, dot);
  const wanted = createHmac("sha256", secret).update(token).digest();
  const given = Buffer.from(value.slice(dot + 1), "base64");
  return given.length === wanted.length && timingSafeEqual(given, wanted) ? token : null;
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return "";
  }
}
