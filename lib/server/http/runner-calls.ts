import type { z } from "zod";
import {
  JobFinish,
  JobOutput,
  JobRenew,
  JobsTake,
  RUNNER_PROTOCOL,
  RunnerHello,
  type RunnerWelcome,
  TrafficCounts,
} from "@/lib/contracts/runner";
import type { RunnerRecord } from "@/lib/ports/runner-store";
import { LEASE_MS } from "@/lib/services/runner/lease";
import { runners } from "../runner-composition";
import { type Call, type Endpoint, publicEndpoint, refuseCall, unknownId } from "./endpoint";
import { readBody } from "./read-body";
import { json, unauthenticated } from "./respond";

/** Between two looks of a take that waits, ms, while nothing is committed here: another instance may have. */
const LOOK_EVERY_MS = 150;
const POLL_MS = 500;
/** No take waits longer, whatever it asks for: a server that stops answers what runs first, ms. */
const WAIT_MAX_MS = 5_000;

type RunnerCall<Ask> = Call & { runner: RunnerRecord; ask: Ask };

/** A route for runners: with a runner's token, and a body as the protocol wants it. */
function runnerEndpoint<Schema extends z.ZodType>(
  schema: Schema,
  answer: (call: RunnerCall<z.output<Schema>>) => Promise<Response>,
): Endpoint {
  return publicEndpoint(async (call) => {
    const [, token] = /^bearer (hpr_\S{1,200})$/iu.exec(call.request.headers.get("authorization") ?? "") ?? [];
    const runner = token === undefined ? null : await runners().findRunner(token);
    if (runner === null) return unauthenticated(call.language, "runner-token-needed");
    const body = await readBody(call.request, schema);
    return body.ok ? answer({ ...call, runner, ask: body.value }) : refuseCall(call, body.refusal);
  });
}

function invalid(call: Call, because: string, facts: Record<string, string | number>): Response {
  return refuseCall(call, { kind: "invalid", because, facts });
}

/** `POST /runner/hello`: who it is and what it can do; what its token stands for comes back. */
export const helloEndpoint = runnerEndpoint(RunnerHello, async (call) => {
  const { runner, ask } = call;
  if (ask.protocol !== RUNNER_PROTOCOL) {
    return invalid(call, "runner-protocol", { protocol: ask.protocol, wanted: RUNNER_PROTOCOL });
  }
  if (ask.environment !== runner.environment) {
    return invalid(call, "runner-environment", { environment: ask.environment, wanted: runner.environment });
  }
  await runners().greetRunner(runner.id, ask);
  const { id, environment, labels } = runner;
  const welcome: RunnerWelcome = { runner: id, environment, labels, pollMs: POLL_MS, leaseMs: LEASE_MS };
  return json(welcome);
});

/** `POST /runner/jobs/take`: waits until there is something to say, or the time is over. */
export const takeEndpoint = runnerEndpoint(JobsTake, async ({ runner, ask, request }) => {
  const until = performance.now() + Math.min(ask.waitMs, WAIT_MAX_MS);
  for (;;) {
    // From before the look on: what is committed while it looks is not missed.
    const committed = runners().nextCommit(LOOK_EVERY_MS);
    const taken = await runners().takeJobs({ runner, ask });
    const isSaid = taken.jobs.length > 0 || taken.standings.length > 0;
    if (isSaid || performance.now() >= until || request.signal.aborted) return json(taken);
    await committed;
  }
});

/** `POST /runner/traffic`: what the proxies of its host have counted. */
export const trafficCountsEndpoint = runnerEndpoint(TrafficCounts, async ({ runner, ask }) =>
  json(await runners().keepCounts({ runner, ask })),
);

const unknownJob = (call: Call) => refuseCall(call, unknownId("unknown-job"));

const renew = runnerEndpoint(JobRenew, async ({ runner, ask, params }) =>
  json(await runners().renewJob({ runner, ask, name: params["id"] ?? "" })),
);

const output = runnerEndpoint(JobOutput, async (call) => {
  const { runner, ask, params } = call;
  const taken = await runners().keepOutput({ runner, ask, name: params["id"] ?? "" });
  return taken === null ? unknownJob(call) : json(taken);
});

const finish = runnerEndpoint(JobFinish, async (call) => {
  const { runner, ask, params } = call;
  const finished = await runners().finishJob({ runner, ask, name: params["id"] ?? "" });
  return finished === null ? unknownJob(call) : json(finished);
});

const VERBS: Readonly<Record<string, Endpoint>> = { renew, output, finish };

/** `POST /runner/jobs/{id}/{verb}`. */
export const jobEndpoint: Endpoint = async (request, context) => {
  const { verb } = await context.params;
  const endpoint = typeof verb === "string" && Object.hasOwn(VERBS, verb) ? VERBS[verb] : undefined;
  return endpoint === undefined ? new Response(null, { status: 404 }) : endpoint(request, context);
};
