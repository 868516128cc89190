import { IdempotencyKey } from "@/lib/contracts/commands";
import { EventsQuery, NewRelease } from "@/lib/contracts/releases";
import { SamplesQuery } from "@/lib/contracts/samples";
import { redactEvent } from "@/lib/domain/release/redact-event";
import { services } from "../composition";
import { redactSnapshot } from "../redact-snapshot";
import { findCaller, holdsDisplayLink } from "./caller";
import { type Call, type PersonCall, refuseCall, unknownId } from "./endpoint";
import { rateLimits } from "./limits";
import { readBody, readQuery } from "./read-body";
import { json, rateLimited, unauthenticated } from "./respond";

type Audience = "person" | "display";

/** Who may look at the release: whoever is signed in, and whoever holds its display link. */
async function audienceOf({ request, params }: Call): Promise<Audience | null> {
  if ((await findCaller(request.headers)) !== null) return "person";
  return (await holdsDisplayLink(request.headers, params["id"] ?? "")) ? "display" : null;
}

export async function getReleaseCall(call: Call): Promise<Response> {
  const audience = await audienceOf(call);
  if (audience === null) return unauthenticated(call.language);
  const found = await services().getReleaseSnapshot({ releaseId: call.params["id"] ?? "" });
  if (found === null) return refuseCall(call, unknownId("unknown-release"));
  const { releaseId, planId, planVersionId, plan, approved, state, head } =
    audience === "person" ? found : redactSnapshot(found);
  return json({ releaseId, seq: state.seq, epoch: state.epoch, state, plan, planId, planVersionId, approved, head });
}

export async function listEventsCall(call: Call): Promise<Response> {
  const audience = await audienceOf(call);
  if (audience === null) return unauthenticated(call.language);
  const query = readQuery(call.request, EventsQuery);
  if (!query.ok) return refuseCall(call, query.refusal);
  const releaseId = call.params["id"] ?? "";
  const events = await services().listEvents({ releaseId, ...query.value });
  const last = events.at(-1);
  if (last !== undefined) {
    return json({ events: audience === "person" ? events : events.map(redactEvent), seq: last.seq, head: last.hash });
  }
  const found = await services().getReleaseSnapshot({ releaseId });
  if (found === null) return refuseCall(call, unknownId("unknown-release"));
  return json({ events: [], seq: found.state.seq, head: found.head });
}

/** Values only, and those of one release: displays may have them too. */
export async function listSamplesCall(call: Call): Promise<Response> {
  const caller = await findCaller(call.request.headers);
  const releaseId = call.params["id"] ?? "";
  if (caller === null && !(await holdsDisplayLink(call.request.headers, releaseId)))
    return unauthenticated(call.language);
  const allowance = await rateLimits().samples.take(caller?.person ?? `display ${releaseId}`);
  if (!allowance.allowed) return rateLimited(allowance.retryAfterMs, call.language);
  const query = readQuery(call.request, SamplesQuery);
  if (!query.ok) return refuseCall(call, query.refusal);
  const [samples, found] = await Promise.all([
    services().listSamples({ releaseId, ...query.value }),
    services().getReleaseSnapshot({ releaseId }),
  ]);
  return json({ simulated: found?.state.clock.mode === "rehearsal", samples });
}

export async function createReleaseCall(call: PersonCall): Promise<Response> {
  const body = await readBody(call.request, NewRelease);
  if (!body.ok) return refuseCall(call, body.refusal);
  const header = call.request.headers.get("idempotency-key");
  const key = header === null ? null : IdempotencyKey.safeParse(header);
  if (key?.success === false) return refuseCall(call, { kind: "invalid", because: "key-unusable", facts: {} });
  const { startsAt, ...wish } = body.value;
  const at = typeof startsAt === "string" ? Date.parse(startsAt) : startsAt;
  const made = await services().createRelease({ ...wish, startsAt: at, key: key?.data, actor: call.actor });
  if (!made.ok) return refuseCall(call, made.refusal, call.viewer);
  const { releaseId } = made.value;
  return json({ releaseId }, { status: 201, headers: { location: `/api/v1/releases/${releaseId}` } });
}
