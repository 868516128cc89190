import { services } from "@/lib/server/composition";
import { personEndpoint, refuseCall, unknownId } from "@/lib/server/http/endpoint";
import { json } from "@/lib/server/http/respond";

/** The plan with its versions; the newest one's content beside them. */
export const GET = personEndpoint(async (call) => {
  const details = await services().getPlan(call.params["id"] ?? "");
  if (details === null) return refuseCall(call, unknownId("unknown-plan"));
  const newest = details.versions[0];
  const latest = newest === undefined ? null : await services().getPlanVersion(newest.planVersionId);
  return json({ ...details, plan: latest?.plan ?? null, source: latest?.source ?? null });
});
