import { expect, test } from "vitest";
import { contentSecurityPolicy } from "./security-headers";

const least = { nonce: "n", publicOrigin: "https://hold.example.com", isDevelopment: false };

test("a page may frame nothing, unless one origin was named, and then only that one", () => {
  expect(contentSecurityPolicy(least)).not.toContain("frame-src");
  expect(contentSecurityPolicy({ ...least, framed: null })).toBe(contentSecurityPolicy(least));
  const framing = contentSecurityPolicy({ ...least, framed: "https://grafana.example.com" });
  expect(framing.split("; ")).toContain("frame-src https://grafana.example.com");
  expect(framing.replace("; frame-src https://grafana.example.com", "")).toBe(contentSecurityPolicy(least));
});
