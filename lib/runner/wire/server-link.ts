import http from "node:http";
import https from "node:https";
import type { z } from "zod";
import { postJson } from "./post-json";

/** `refused` will be refused again; `later` is worth repeating. */
type Reply<Value> =
  | { kind: "answer"; value: Value }
  | { kind: "refused"; status: number; sentence: string }
  | { kind: "later"; because: string };

type Ask<Value> = {
  path: string;
  body: unknown;
  answer: z.ZodType<Value>;
  timeoutMs?: number;
  signal?: AbortSignal;
};

export interface ServerLink {
  ask<Value>(question: Ask<Value>): Promise<Reply<Value>>;
  close(): void;
}

const TIMEOUT_MS = 10_000;
const WORTH_REPEATING = new Set([408, 409, 425, 429]);

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The sentence in a problem+json; what else came, shortened, where there is none. */
function sentenceIn(text: string): string {
  const body = parse(text);
  if (typeof body === "object" && body !== null) {
    if ("detail" in body && typeof body.detail === "string") return body.detail;
    if ("title" in body && typeof body.title === "string") return body.title;
  }
  return text.slice(0, 300);
}

/** The way to one Holdpoint. `token` is read for every request, so that a changed one counts at once. */
export function createServerLink(at: { url: string; token: () => string; authority: string | null }): ServerLink {
  const isSafe = new URL(at.url).protocol === "https:";
  const agent = isSafe
    ? new https.Agent({ keepAlive: true, ...(at.authority === null ? {} : { ca: at.authority }) })
    : new http.Agent({ keepAlive: true });

  return {
    async ask({ path, body, answer, timeoutMs = TIMEOUT_MS, signal }) {
      const target = { url: new URL(path, at.url), token: at.token(), agent };
      const reply = await postJson(target, body, { timeoutMs, ...(signal === undefined ? {} : { signal }) });
      if (reply.kind === "unreachable") return { kind: "later", because: reply.because };
      const { status, text } = reply;
      if (status >= 500 || WORTH_REPEATING.has(status)) {
        return { kind: "later", because: `the server answered ${status}: ${sentenceIn(text)}` };
      }
      if (status !== 200) return { kind: "refused", status, sentence: sentenceIn(text) };
      const read = answer.safeParse(parse(text));
      return read.success
        ? { kind: "answer", value: read.data }
        : { kind: "later", because: "the answer was not understood" };
    },
    close: () => agent.destroy(),
  };
}
