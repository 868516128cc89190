import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/domain/release/actor";
import type { Refusal } from "@/lib/domain/release/refusal";
import { environment } from "../environment";
import { log } from "../log";
import { actorOf, type SignedInViewer } from "../viewer";
import { findCaller } from "./caller";
import { isMutation, provenanceOf } from "./origin";
import { refused, unauthenticated, unavailable } from "./respond";
import { type Language, languageOf } from "./sentences";

export type Call = { request: Request; params: Readonly<Record<string, string>>; language: Language };
export type PersonCall = Call & { viewer: SignedInViewer; actor: Actor };

/** What Next calls; route files export these and nothing else. */
export type Endpoint = (
  request: Request,
  context: { params: Promise<Record<string, string | string[] | undefined>> },
) => Promise<Response>;

function isBearer(headers: Headers): boolean {
  return /^bearer /i.test(headers.get("authorization") ?? "");
}

/** SR-4: what changes something comes from our own page, or brings a token that no browser adds by itself. */
function refuseForeign({ request, language }: Call): Response | null {
  if (!isMutation(request.method)) return null;
  const provenance = provenanceOf(request.headers, environment().publicUrl);
  if (provenance === "own" || (provenance === "unsaid" && isBearer(request.headers))) return null;
  const because = provenance === "foreign" ? "origin-foreign" : "origin-missing";
  log.warn({ path: new URL(request.url).pathname, because }, "A request from elsewhere was refused.");
  return refused({ kind: "forbidden", because, facts: {} }, language);
}

/** Only texts go into routes; a parameter that holds several parts is joined again. A route without parameters gets none. */
function plain(params: Record<string, string | string[] | undefined> | undefined): Record<string, string> {
  return Object.fromEntries(
    Object.entries(params ?? {}).map(([name, value]) => [name, [value ?? []].flat().map(decode).join("/")]),
  );
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** A route that anybody may call. Faults become 503 with a number, and stay out of the answer. */
export function publicEndpoint(answer: (call: Call) => Promise<Response>): Endpoint {
  return async (request, context) => {
    const language = languageOf(request.headers);
    try {
      const call: Call = { request, params: plain(await context.params), language };
      return refuseForeign(call) ?? (await answer(call));
    } catch (error) {
      const id = randomUUID();
      log.error({ id, method: request.method, path: new URL(request.url).pathname, error }, "A request failed.");
      return unavailable(id, language);
    }
  };
}

/** A route for people: with a session, or with a token. */
export function personEndpoint(answer: (call: PersonCall) => Promise<Response>): Endpoint {
  return publicEndpoint(async (call) => {
    const viewer = await findCaller(call.request.headers);
    if (viewer === null) return unauthenticated(call.language);
    return answer({ ...call, viewer, actor: actorOf(viewer) });
  });
}

/** A refusal as the answer to this call; denied attempts go to the process's log. */
export function refuseCall({ request, language }: Call, refusal: Refusal, viewer?: SignedInViewer): Response {
  if (refusal.kind === "forbidden") {
    const { pathname } = new URL(request.url);
    log.warn({ person: viewer?.person, path: pathname, because: refusal.because }, "A request was denied.");
  }
  return refused(refusal, language);
}

export function unknownId(because: string): Refusal {
  return { kind: "unknown_id", because, facts: {} };
}
