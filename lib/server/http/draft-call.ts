import type { Answer } from "@/lib/contracts/answer";
import { PLAN_MAX_BYTES } from "@/lib/contracts/plans";
import { findingKey } from "@/lib/domain/plan/finding-key";
import { type PlanEdit, WORDED_PARTS } from "@/lib/plan-text/draft-plan";
import { isPlan } from "@/lib/plan-text/settings/plan-shape";
import { services } from "../composition";
import { type PersonCall, refuseCall } from "./endpoint";
import { rateLimits } from "./limits";
import { readText } from "./read-body";
import { json, rateLimited } from "./respond";

/** A plan as JSON names every part and its lines: some five times its document. */
const EDIT_MAX_BYTES = 6 * PLAN_MAX_BYTES;

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function understand(value: unknown): Answer<PlanEdit> {
  const refusal = { kind: "invalid", because: "not-understood", facts: { field: "plan", problem: "" } } as const;
  if (typeof value !== "object" || value === null || !("plan" in value)) return { ok: false, refusal };
  const { plan } = value;
  const asked = "worded" in value && Array.isArray(value.worded) ? value.worded : [];
  if (!isPlan(plan)) return { ok: false, refusal };
  return { ok: true, value: { plan, worded: WORDED_PARTS.filter((part) => asked.includes(part)) } };
}

/** `POST /plans/drafts`: an edited plan in, the document that it becomes and what is noticed in it out. Keeps nothing. */
export async function draftPlanCall(call: PersonCall): Promise<Response> {
  const { request, viewer } = call;
  if (viewer.permissions.length === 0) {
    return refuseCall(call, { kind: "forbidden", because: "planner-only", facts: {} }, viewer);
  }
  const allowance = await rateLimits().readings.take(viewer.person);
  if (!allowance.allowed) return rateLimited(allowance.retryAfterMs, call.language, "too-many-readings");
  const body = await readText(request, EDIT_MAX_BYTES);
  if (!body.ok) return refuseCall(call, body.refusal);
  const edit = understand(parse(body.value));
  if (!edit.ok) return refuseCall(call, edit.refusal);
  const { findings, ...draft } = await services().draftPlan(edit.value);
  return json({ ...draft, findings: findings.map((one) => ({ key: findingKey(one), ...one })) });
}
