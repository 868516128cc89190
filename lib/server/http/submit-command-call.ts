import { IdempotencyKey, readPersonCommand } from "@/lib/contracts/commands";
import { laneOf } from "@/lib/services/release/lane-of";
import { CLIENT_ADDRESS_HEADER } from "../access-settings";
import { services } from "../composition";
import { countCommand } from "../metrics";
import { actorOf } from "../viewer";
import { findCaller } from "./caller";
import { type Call, refuseCall } from "./endpoint";
import { rateLimits } from "./limits";
import { readJson } from "./read-body";
import { json, rateLimited, unauthenticated, unavailable } from "./respond";

/** `POST …/commands`: the way of the API, and of everything in the browser that stops something. */
export async function submitCommandCall(call: Call): Promise<Response> {
  const { request, params, language } = call;
  const body = await readJson(request);
  const read = body.ok ? readPersonCommand(body.value) : body;
  // What cannot be understood stops nothing: its sender is looked up like everybody else's.
  const lane = read.ok ? laneOf(read.value) : "ordinary";
  const viewer = await findCaller(request.headers, lane);
  if (viewer === null) return unauthenticated(language);
  const key = IdempotencyKey.safeParse(request.headers.get("idempotency-key"));
  if (!key.success) return refuseCall(call, { kind: "invalid", because: "key-missing", facts: {} });
  if (!read.ok) return refuseCall(call, read.refusal);
  if (lane === "ordinary") {
    const allowance = await rateLimits().commands.take({ person: viewer.person, releaseId: params["id"] ?? "" });
    if (!allowance.allowed) return rateLimited(allowance.retryAfterMs, language, "too-many-commands");
  }
  const answer = await services().submitCommand({
    releaseId: params["id"] ?? "",
    key: key.data,
    command: read.value,
    actor: actorOf(viewer),
    remote: request.headers.get(CLIENT_ADDRESS_HEADER) ?? "unknown",
  });
  countCommand(read.value.type, answer.outcome);
  switch (answer.outcome) {
    case "accepted":
      return json({ seq: answer.seq, events: answer.events });
    case "refused":
      return refuseCall(call, answer.refusal, viewer);
    case "unauthenticated":
      return unauthenticated(language);
    case "unavailable":
      return unavailable(answer.id, language);
  }
}
