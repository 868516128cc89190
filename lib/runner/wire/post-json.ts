import http from "node:http";
import https from "node:https";

/** More than this is no answer of a Holdpoint. */
const REPLY_MAX_BYTES = 16_000_000;

export type PostReply = { kind: "reply"; status: number; text: string } | { kind: "unreachable"; because: string };

export type PostTarget = { url: URL; token: string; agent: http.Agent | https.Agent };

const NO_TOKEN = "the token holds a character that no token has";

/** One request, one answer; redirects are not followed. Never rejects. */
export function postJson(
  target: PostTarget,
  body: unknown,
  end: { timeoutMs: number; signal?: AbortSignal },
): Promise<PostReply> {
  const sent = Buffer.from(JSON.stringify(body), "utf8");
  // The request itself would throw on it, and say nothing of the token.
  if (!/^[\x20-\x7e]*$/u.test(target.token)) return Promise.resolve({ kind: "unreachable", because: NO_TOKEN });
  const { request } = target.url.protocol === "https:" ? https : http;
  return new Promise((resolve) => {
    const fail = (because: string) => resolve({ kind: "unreachable", because });
    const asked = request(target.url, {
      method: "POST",
      agent: target.agent,
      headers: {
        authorization: `Bearer ${target.token}`,
        "content-type": "application/json",
        "content-length": sent.length,
        accept: "application/json",
      },
      ...(end.signal === undefined ? {} : { signal: end.signal }),
    });
    const limit = setTimeout(() => asked.destroy(new Error(`no answer in ${end.timeoutMs} ms`)), end.timeoutMs);
    asked.once("close", () => clearTimeout(limit));
    asked.once("error", (error) => fail(error.message));
    asked.once("response", (response) => {
      const chunks: Buffer[] = [];
      let bytes = 0;
      response.on("data", (chunk: Buffer) => {
        bytes += chunk.length;
        if (bytes > REPLY_MAX_BYTES) asked.destroy(new Error("the answer is too long"));
        else chunks.push(chunk);
      });
      response.once("error", (error) => fail(error.message));
      response.once("close", () => fail("the answer was cut off"));
      response.once("end", () => {
        if (!response.complete) return fail("the answer was cut off");
        resolve({ kind: "reply", status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString("utf8") });
      });
    });
    asked.end(sent);
  });
}
