import { OutputQuery, readJobNumber } from "@/lib/contracts/runners";
import { personEndpoint, refuseCall, unknownId } from "@/lib/server/http/endpoint";
import { readQuery } from "@/lib/server/http/read-body";
import { runners } from "@/lib/server/runner-composition";

/** A range of a job's output as bytes; `x-output-size` says how many there are by now. */
export const GET = personEndpoint(async (call) => {
  const job = readJobNumber(call.params["job"] ?? "");
  if (job === null) return refuseCall(call, unknownId("unknown-job"));
  const query = readQuery(call.request, OutputQuery);
  if (!query.ok) return refuseCall(call, query.refusal);
  const ref = { releaseId: call.params["id"] ?? "", job };
  const [size, bytes] = await Promise.all([runners().outputSize(ref), runners().readOutput(ref, query.value)]);
  const headers = {
    "content-type": "text/plain; charset=utf-8",
    "x-output-size": String(size),
    "cache-control": "no-store",
  };
  return new Response(Buffer.from(bytes), { headers });
});
