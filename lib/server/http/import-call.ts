import { EXCHANGE_MAX_BYTES, ImportQuery, PLAN_MAX_BYTES } from "@/lib/contracts/plans";
import { findingKey } from "@/lib/domain/plan/finding-key";
import type { PlanDraft } from "@/lib/plan-text/draft-plan";
import type { ExchangeForm } from "@/lib/ports/plan-reader";
import { services } from "../composition";
import { type PersonCall, refuseCall } from "./endpoint";
import { rateLimits } from "./limits";
import { readQuery, readText } from "./read-body";
import { json, rateLimited } from "./respond";

/** What a document may be sent as: words, or the exchange format as data. */
const FORMS: Readonly<Record<string, "markdown" | ExchangeForm>> = {
  "text/markdown": "markdown",
  "text/plain": "markdown",
  "text/x-markdown": "markdown",
  "application/json": "json",
  "application/yaml": "yaml",
  "application/x-yaml": "yaml",
  "text/yaml": "yaml",
};

async function read(source: string, form: "markdown" | ExchangeForm): Promise<PlanDraft> {
  if (form !== "markdown") return services().readExchange(source, form);
  return { source, ...(await services().importPlan({ source })) };
}

/**
 * `POST /plans/import`: a document in, plan and findings out; saved unless it is a dry run or there is no plan in it. What came
 * as data becomes a Markdown document first: every version has one, and every part points at its lines.
 */
export async function importPlanCall(call: PersonCall): Promise<Response> {
  const { request, viewer, actor } = call;
  if (viewer.permissions.length === 0) {
    return refuseCall(call, { kind: "forbidden", because: "planner-only", facts: {} }, viewer);
  }
  const query = readQuery(request, ImportQuery);
  if (!query.ok) return refuseCall(call, query.refusal);
  const limit = query.value.dryRun === "true" ? rateLimits().readings : rateLimits().imports;
  const allowance = await limit.take(viewer.person);
  if (!allowance.allowed) return rateLimited(allowance.retryAfterMs, call.language, "too-many-readings");
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase() ?? "";
  const form = Object.hasOwn(FORMS, type) ? FORMS[type] : undefined;
  if (form === undefined) return refuseCall(call, { kind: "invalid", because: "body-not-markdown", facts: {} });
  const body = await readText(request, form === "markdown" ? PLAN_MAX_BYTES : EXCHANGE_MAX_BYTES);
  if (!body.ok) return refuseCall(call, body.refusal);
  const { plan, coverage, source, ...noticed } = await read(body.value, form);
  const findings = noticed.findings.map((one) => ({ key: findingKey(one), ...one }));
  const { dryRun, planId, message } = query.value;
  const answer = { plan, findings, coverage, ...(form === "markdown" ? {} : { source }) };
  if (plan === null || dryRun === "true") return json(answer);
  const saved = await services().savePlan({ plan, source, message, planId, actor });
  if (!saved.ok) return refuseCall(call, saved.refusal, viewer);
  return json({ ...answer, ...saved.value }, { status: 201 });
}
