import { describe, expect, it } from "vitest";
import type { OutboundHttp, OutboundReply } from "@/lib/ports/outbound-http";
import { addressBelow, jsonSource } from "./json-source";

describe("a probe's path", () => {
  it.each([
    ["/health", "https://ops.test/api/health"],
    ["health?of=db", "https://ops.test/api/health?of=db"],
    ["", "https://ops.test/api/"],
    ["//evil.test/x", "https://ops.test/api/evil.test/x"],
  ])("%s lies below the administrator's address", (path, address) =>
    expect(addressBelow("https://ops.test/api/", path)).toBe(address),
  );

  it.each(["../admin", "/a/../../admin", "a/%2e%2e/%2e%2e/admin", "a%2fb", "..\\admin", "a%5cb"])(
    "%s does not lead out of it",
    (path) => expect(addressBelow("https://ops.test/api", path)).toBeNull(),
  );

  it.each(["http://evil.test/x", "@evil.test/x", ":80@evil.test"])("%s names no other host", (path) =>
    expect(new URL(addressBelow("https://ops.test/api", path) ?? "").host).toBe("ops.test"),
  );
});

describe("a source of JSON documents", () => {
  const asked: string[] = [];
  const sourceOf = (reply: OutboundReply) => {
    const http: OutboundHttp = {
      ask: async ({ url, headers }) => {
        asked.push(`${url} ${headers?.["authorization"]}`);
        return reply;
      },
      close: () => undefined,
    };
    return jsonSource({ name: "ops", url: "https://ops.test", headers: { authorization: "Bearer x" }, http });
  };

  it("is read with its credentials, and asks for nothing where a path leads out", async () => {
    const source = sourceOf({ kind: "reply", status: 200, text: '{"lag":4}' });
    expect(await source.readJson?.({ path: "/lag" })).toEqual({ kind: "reply", status: 200, body: { lag: 4 } });
    expect(asked).toEqual(["https://ops.test/lag Bearer x"]);
    expect(await source.readJson?.({ path: "/..%2fadmin" })).toMatchObject({ because: "address_refused" });
    expect(asked).toHaveLength(1);
  });

  it("is at fault with anything that is no JSON", async () => {
    const source = sourceOf({ kind: "reply", status: 200, text: "<html>" });
    expect(await source.readJson?.({ path: "/lag" })).toMatchObject({ because: "not_json" });
  });
});
