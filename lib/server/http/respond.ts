import type { Problem, ProblemKind } from "@/lib/contracts/problem";
import type { Refusal } from "@/lib/domain/release/refusal";
import { type Language, sentenceOf } from "./sentences";

const STATUS: Readonly<Record<ProblemKind, number>> = {
  unauthenticated: 401,
  forbidden: 403,
  unknown_id: 404,
  stale: 409,
  not_allowed_now: 409,
  already: 409,
  unmet: 409,
  needs_second_person: 409,
  needs_reason: 422,
  invalid: 422,
  rate_limited: 429,
  unavailable: 503,
};

const TITLE: Readonly<Record<ProblemKind, string>> = {
  unauthenticated: "Not signed in",
  forbidden: "Not allowed",
  unknown_id: "Not found",
  stale: "The release has changed since",
  not_allowed_now: "Not possible now",
  already: "Already done",
  unmet: "Conditions are not met",
  needs_second_person: "A second person must confirm",
  needs_reason: "A reason is needed",
  invalid: "Not understood",
  rate_limited: "Too many requests",
  unavailable: "The outcome is not known",
};

/** Nothing that a person may see is kept by anything in between. */
const PRIVATE = {
  "cache-control": "no-store",
  "x-content-type-options": "nosniff",
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
} as const;

export function json(value: unknown, { status = 200, headers = {} }: { status?: number; headers?: HeadersInit } = {}) {
  const response = Response.json(value, { status, headers });
  for (const [name, text] of Object.entries(PRIVATE)) response.headers.set(name, text);
  return response;
}

/** A text as a file to keep. */
export function document(text: string, { type, name }: { type: string; name: string }): Response {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, "_");
  const disposition = `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`;
  const headers = { ...PRIVATE, "content-type": `${type}; charset=utf-8`, "content-disposition": disposition };
  return new Response(text, { headers });
}

export function nothing(): Response {
  return new Response(null, { status: 204, headers: PRIVATE });
}

type Extra = { status?: number; headers?: HeadersInit; id?: string };

function problem(kind: ProblemKind, body: Omit<Problem, "type" | "title" | "status" | "kind">, extra: Extra): Response {
  const status = extra.status ?? STATUS[kind];
  const full: Problem = { type: `urn:holdpoint:problem:${kind}`, title: TITLE[kind], status, kind, ...body };
  const response = json(full, { status, ...(extra.headers === undefined ? {} : { headers: extra.headers }) });
  response.headers.set("content-type", "application/problem+json");
  return response;
}

/** The one place where a refusal becomes a status and a body. */
export function refused(refusal: Refusal, language: Language, extra: Extra = {}): Response {
  const { kind, because, facts, by, unmet } = refusal;
  return problem(
    kind,
    {
      detail: sentenceOf(refusal, language),
      because,
      facts,
      ...(by === undefined ? {} : { by: { ...by, actor: { ...by.actor } } }),
      ...(unmet === undefined ? {} : { unmet: unmet.map((condition) => ({ ...condition })) }),
    },
    extra,
  );
}

export function unauthenticated(language: Language, because = "sign-in-needed"): Response {
  const detail = sentenceOf({ kind: "forbidden", because, facts: {} }, language);
  return problem("unauthenticated", { detail, because, facts: {} }, {});
}

/** Something of ours failed: whether the request took effect is not known, its key tells. */
export function unavailable(id: string, language: Language): Response {
  const detail = sentenceOf({ kind: "not_allowed_now", because: "unavailable", facts: { id } }, language);
  return problem("unavailable", { detail, because: "unavailable", facts: {}, id }, { headers: { "retry-after": "1" } });
}

export function rateLimited(retryAfterMs: number, language: Language, because = "too-many-requests"): Response {
  const seconds = Math.max(1, Math.ceil(retryAfterMs / 1000));
  const refusal: Refusal = { kind: "rate_limited", because, facts: { seconds } };
  return refused(refusal, language, { headers: { "retry-after": String(seconds) } });
}
