import { type NextRequest, NextResponse } from "next/server";
import { LOCALE_HEADER, THEME_HEADER, THEMES, toLocale } from "@/lib/i18n/locale";
import { DISPLAY_COOKIE, displayCookieValue } from "./display-cookie";
import { environment } from "./environment";
import { isMutation, provenanceOf } from "./http/origin";
import { contentSecurityPolicy, securityHeaders } from "./security-headers";

const DISPLAY_DAYS = 30;

/** Next takes the nonce of its own scripts from a policy in the request: a stranger's must not be there. */
const POLICY_HEADERS = ["content-security-policy", "content-security-policy-report-only", "x-nonce"];

function newNonce(): string {
  return Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
}

/** Moves a display link from the address into a cookie, so that the wall's address can be read aloud. No right is judged here. */
function keepDisplayLink(request: NextRequest, publicUrl: string): NextResponse | null {
  const [, area, releaseId] = request.nextUrl.pathname.split("/");
  const token = request.nextUrl.searchParams.get("display");
  if (request.method !== "GET" || area !== "wall" || releaseId === undefined || token === null) return null;
  // Next wants a whole address here, and makes it relative again when it is the request's own.
  const target = new URL(request.url);
  target.searchParams.delete("display");
  const response = NextResponse.redirect(target, 303);
  response.cookies.set(DISPLAY_COOKIE, displayCookieValue(releaseId, token), {
    httpOnly: true,
    sameSite: "lax",
    secure: publicUrl.startsWith("https://"),
    path: "/",
    maxAge: DISPLAY_DAYS * 86_400,
  });
  return response;
}

/** A layout does not see the address: what `?lang` and `?theme` ask for is handed on as headers, known words only. */
function handOnDisplay(request: NextRequest, headers: Headers): void {
  const asked = request.nextUrl.searchParams;
  const locale = toLocale(asked.get("lang"));
  const theme = THEMES.find((one) => one === asked.get("theme"));
  headers.delete(LOCALE_HEADER);
  headers.delete(THEME_HEADER);
  if (locale !== null) headers.set(LOCALE_HEADER, locale);
  if (theme !== undefined) headers.set(THEME_HEADER, theme);
}

/** SR-4: Next lets a server action without an Origin through; here nothing that changes something passes without one. */
function refuseForeign(request: NextRequest, publicUrl: string): NextResponse | null {
  if (!isMutation(request.method) || provenanceOf(request.headers, publicUrl) === "own") return null;
  return new NextResponse("This request did not come from a page of Holdpoint.\n", {
    status: 403,
    headers: { "content-type": "text/plain; charset=utf-8" },
  });
}

/** What every page's request goes through: its policy and nonce, its origin. Authorisation stands with the pages themselves. */
export function guardPage(request: NextRequest): NextResponse {
  const { publicUrl, isDevelopment, embedGrafana: framed } = environment();
  const nonce = newNonce();
  const policy = contentSecurityPolicy({ nonce, publicOrigin: publicUrl, isDevelopment, framed });
  const headers = new Headers(request.headers);
  for (const name of POLICY_HEADERS) headers.delete(name);
  headers.set("content-security-policy", policy);
  headers.set("x-nonce", nonce);
  handOnDisplay(request, headers);
  const response =
    refuseForeign(request, publicUrl) ??
    keepDisplayLink(request, publicUrl) ??
    NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  response.headers.set("cache-control", "no-store");
  for (const [name, value] of Object.entries(securityHeaders({ isHttps: publicUrl.startsWith("https://") }))) {
    response.headers.set(name, value);
  }
  return response;
}
