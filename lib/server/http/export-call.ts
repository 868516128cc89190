import { ExportQuery } from "@/lib/contracts/plans";
import { services } from "../composition";
import { environment } from "../environment";
import { type PersonCall, refuseCall, unknownId } from "./endpoint";
import { rateLimits } from "./limits";
import { readQuery } from "./read-body";
import { document, rateLimited } from "./respond";

const TYPES = {
  markdown: { type: "text/markdown", ending: "md" },
  source: { type: "text/markdown", ending: "md" },
  json: { type: "application/json", ending: "json" },
  yaml: { type: "application/yaml", ending: "yaml" },
} as const;

/** A file's name from what the plan is called: letters, figures, dots and dashes of any language. */
function fileName(title: string, version: string, ending: string): string {
  const stem = `${title}-${version}`.replace(/[^\p{L}\p{N}.]+/gu, "-").replace(/^[-.]+|[-.]+$/g, "");
  return `${[...stem].slice(0, 80).join("") || "plan"}.${ending}`;
}

/** `GET /plans/versions/:id/export`: a version as a file, in words or as data; `source` is the very document it was made of. */
export async function exportPlanCall(call: PersonCall): Promise<Response> {
  const query = readQuery(call.request, ExportQuery);
  if (!query.ok) return refuseCall(call, query.refusal);
  const allowance = await rateLimits().readings.take(call.viewer.person);
  if (!allowance.allowed) return rateLimited(allowance.retryAfterMs, call.language, "too-many-readings");
  const version = await services().getPlanVersion(call.params["id"] ?? "");
  if (version === null) return refuseCall(call, unknownId("unknown-plan-version"));
  const { plan, source } = version;
  const { format } = query.value;
  const serverUrl = environment().publicUrl;
  const text = format === "source" ? source : await services().exportPlan({ plan, form: format, serverUrl });
  if (text === null) return refuseCall(call, { kind: "invalid", because: "export-too-slow", facts: {} });
  const { type, ending } = TYPES[format];
  return document(text, { type, name: fileName(plan.title, plan.info.version, ending) });
}
