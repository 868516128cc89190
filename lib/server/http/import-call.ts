import { ImportQuery, PLAN_MAX_BYTES } from "@/lib/contracts/plans";
import { services } from "../composition";
import { type PersonCall, refuseCall } from "./endpoint";
import { rateLimits } from "./limits";
import { readQuery, readText } from "./read-body";
import { json, rateLimited } from "./respond";

const MARKDOWN: ReadonlySet<string> = new Set(["text/markdown", "text/plain", "text/x-markdown"]);

/** `POST /plans/import`: Markdown in, plan and findings out; saved unless it is a dry run or there is no plan in it. */
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
  if (!MARKDOWN.has(type)) return refuseCall(call, { kind: "invalid", because: "body-not-markdown", facts: {} });
  const source = await readText(request, PLAN_MAX_BYTES);
  if (!source.ok) return refuseCall(call, source.refusal);
  const { plan, findings, coverage } = await services().importPlan({ source: source.value });
  const { dryRun, planId, message } = query.value;
  if (plan === null || dryRun === "true") return json({ plan, findings, coverage });
  const saved = await services().savePlan({ plan, source: source.value, message, planId, actor });
  if (!saved.ok) return refuseCall(call, saved.refusal, viewer);
  return json({ plan, findings, coverage, ...saved.value }, { status: 201 });
}
