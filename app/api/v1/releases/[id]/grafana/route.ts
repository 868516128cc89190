import { grafanaView } from "@/lib/server/grafana-view";
import { personEndpoint, refuseCall, unknownId } from "@/lib/server/http/endpoint";
import { json } from "@/lib/server/http/respond";

export const GET = personEndpoint(async (call) => {
  const view = await grafanaView(call.params["id"] ?? "");
  return view === null ? refuseCall(call, unknownId("unknown-release")) : json(view);
});
