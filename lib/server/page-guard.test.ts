import { NextRequest } from "next/server";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { guardPage } from "./page-guard";

const ORIGIN = "https://hold.example.com";

beforeAll(() => {
  process.env["PUBLIC_URL"] = ORIGIN;
  process.env["DATABASE_URL"] = "postgresql://nobody:x@127.0.0.1:1/none";
  process.env["HOLDPOINT_SECRET"] = "a-secret-of-the-tests-0123456789abcdef";
  vi.stubEnv("NODE_ENV", "production");
});

function request(path: string, { method = "GET", headers = {} }: { method?: string; headers?: HeadersInit } = {}) {
  return new NextRequest(`${ORIGIN}${path}`, { method, headers });
}

/** Next carries changed request headers to the page in headers of its own. */
const handedOn = (response: Response, name: string) => response.headers.get(`x-middleware-request-${name}`);

describe("every page", () => {
  it("has a policy with a nonce of its own, and hands it to Next", () => {
    const [one, other] = [guardPage(request("/")), guardPage(request("/"))];
    const policy = one.headers.get("content-security-policy") ?? "";
    expect(policy).toMatch(
      /^default-src 'none'; script-src 'self' 'nonce-[\w+/]{22}==' 'strict-dynamic'; style-src 'self' 'nonce-/,
    );
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain("unsafe-eval");
    expect(policy).not.toMatch(/script-src[^;]*unsafe-inline/);
    expect(handedOn(one, "content-security-policy")).toBe(policy);
    expect(policy).toContain(handedOn(one, "x-nonce") ?? "no nonce");
    expect(other.headers.get("content-security-policy")).not.toBe(policy);
  });

  it("drops a policy and a nonce that came with the request", () => {
    const foreign = "script-src 'nonce-attacker'";
    const headers = {
      "content-security-policy": foreign,
      "content-security-policy-report-only": foreign,
      "x-nonce": "attacker",
    };
    const response = guardPage(request("/", { headers }));
    expect([...response.headers].join()).not.toContain("attacker");
    expect(handedOn(response, "content-security-policy-report-only")).toBeNull();
  });

  it("is kept by nobody and tells its address to nobody", () => {
    const { headers } = guardPage(request("/releases/1"));
    expect(Object.fromEntries(headers)).toMatchObject({
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
      "referrer-policy": "same-origin",
      "cross-origin-opener-policy": "same-origin",
      "strict-transport-security": "max-age=63072000",
    });
  });
});

describe("a server action", () => {
  it.each([
    ["its own page", { origin: ORIGIN }, 200],
    ["its own page, by the browser's word", { "sec-fetch-site": "same-origin" }, 200],
    ["nobody knows where", {}, 403],
    ["a token", { authorization: "Bearer hp_something-that-is-long" }, 403],
    ["a foreign page", { origin: "https://evil.example" }, 403],
    ["a neighbour", { origin: "https://hold.example.com.evil.example" }, 403],
    ["plain http", { origin: "http://hold.example.com" }, 403],
    ["a sandbox", { origin: "null", "sec-fetch-site": "same-origin" }, 403],
    ["a sibling site", { "sec-fetch-site": "same-site" }, 403],
  ])("from %s", (_, headers, status) => {
    const response = guardPage(request("/plans", { method: "POST", headers }));
    expect(response.status).toBe(status);
    expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
  });
});

describe("a display link", () => {
  it("moves from the address into a cookie that scripts cannot read", () => {
    const response = guardPage(request("/wall/release-1?display=secret-of-the-wall&lang=en"));
    expect(response.status).toBe(303);
    expect(response.headers.get("location")).toBe(`${ORIGIN}/wall/release-1?lang=en`);
    const set = response.headers.get("set-cookie") ?? "";
    expect(set).toContain("holdpoint_display=release-1.secret-of-the-wall");
    expect(set).toMatch(/HttpOnly/i);
    expect(set).toMatch(/Secure/i);
    expect(set).toMatch(/SameSite=lax/i);
  });

  it("stays where it is on every other page", () => {
    expect(guardPage(request("/plans?display=x")).status).toBe(200);
  });
});
