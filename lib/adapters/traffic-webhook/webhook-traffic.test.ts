import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { OutboundHttp, OutboundReply, OutboundRequest } from "@/lib/ports/outbound-http";
import { WebhookTraffic } from "./webhook-traffic";

const settings = { name: "edge", url: "https://balancer.scm.internal/traffic", secret: "sixteen letters or more" };
const order = { share: 25, fence: { release: "r-1", startedAt: 1_000, epoch: 4 } };
const now = () => 1_764_000_000_900;

function answering(reply: OutboundReply) {
  const asked: OutboundRequest[] = [];
  const http: OutboundHttp = {
    ask: async (request) => {
      asked.push(request);
      return reply;
    },
    close: () => undefined,
  };
  return { asked, driver: new WebhookTraffic(settings, http, now) };
}
const says = (status: number, body: unknown) => answering({ kind: "reply", status, text: JSON.stringify(body) });

describe("an order by webhook", () => {
  it("is signed over its time and its bytes, and carries share and fence", async () => {
    const { asked, driver } = says(200, { share: 25 });
    expect(await driver.set(order)).toMatchObject({ kind: "set", share: 25, fence: order.fence });
    const [request] = asked;
    expect(JSON.parse(request?.body ?? "")).toMatchObject({ verb: "set", target: "edge", ...order });
    const signed = createHmac("sha256", settings.secret).update(`1764000000.${request?.body}`).digest("hex");
    expect(request?.headers).toMatchObject({
      "x-holdpoint-timestamp": "1764000000",
      "x-holdpoint-signature": `v1=${signed}`,
    });
    expect(request?.body).not.toContain(settings.secret);
  });

  it.each([
    [409, {}, "fenced", "before"],
    [403, {}, "not_accepted", "before"],
    [503, {}, "not_sent", "unknown"],
    [200, { share: 50 }, "not_as_set", "unknown"],
    [200, "thanks", "not_as_set", "unknown"],
  ])("answered by %i %j is refused as %s, and users are as %s", async (status, body, because, standing) => {
    const reply = await says(status, body).driver.set(order);
    expect(reply).toMatchObject({ kind: "refused", because, standing });
    expect(reply.kind === "refused" && reply.sentence.zh.length > 5 && reply.sentence.en.includes("edge")).toBe(true);
  });

  it.each([
    ["timeout", "not_sent", "unknown"],
    ["unreachable", "not_sent", "unknown"],
    ["address_refused", "not_accepted", "before"],
  ] as const)("that ends by %s is refused as %s, and users are as %s", async (because, word, standing) => {
    const { driver } = answering({ kind: "fault", because, detail: "10.0.0.7" });
    expect(await driver.set(order)).toMatchObject({ kind: "refused", because: word, standing });
  });

  it("is not sent when it is not wanted any more", async () => {
    const { asked, driver } = says(200, { share: 25 });
    const permit = { withdrawn: new AbortController().signal, mayStill: async () => false };
    const refused = { kind: "refused", because: "withdrawn", standing: "before" };
    expect(await driver.set(order, permit)).toMatchObject(refused);
    expect(asked).toEqual([]);
  });

  it("is not sent when it makes no sense", async () => {
    const { asked, driver } = says(200, { share: 120 });
    expect(await driver.set({ ...order, share: 120 })).toMatchObject({ kind: "refused", because: "invalid" });
    expect(asked).toEqual([]);
  });
});

describe("what a webhook tells of its traffic", () => {
  it("is taken where it counts both sides, and nothing is made up where it does not", async () => {
    const counts = { share: 25, fence: order.fence, since: 1, green: 26, blue: 74 };
    expect(await says(200, counts).driver.observe()).toEqual({
      ...{ kind: "observed", versions: [], nobody: 0, other: 0 },
      ...counts,
    });
    expect(await says(200, { green: 26 }).driver.observe()).toMatchObject({ kind: "not_observed" });
    expect(await says(501, {}).driver.observe()).toMatchObject({ kind: "not_observed" });
    expect(await says(200, { share: 25 }).driver.probe()).toMatchObject({ kind: "standing", share: 25, fence: null });
  });
});
