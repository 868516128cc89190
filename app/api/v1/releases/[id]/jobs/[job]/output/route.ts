import { OUTPUT_SIZE_HEADER } from "@/lib/contracts/job-output";
import { OutputQuery, readJobNumber } from "@/lib/contracts/runners";
import { personEndpoint, refuseCall, unknownId } from "@/lib/server/http/endpoint";
import { wholeOutput } from "@/lib/server/http/output-file";
import { readQuery } from "@/lib/server/http/read-body";
import { runners } from "@/lib/server/runner-composition";

/** A range of a job's output as bytes, with how many there are by now; or all of it, as a file. */
export const GET = personEndpoint(async (call) => {
  const job = readJobNumber(call.params["job"] ?? "");
  if (job === null) return refuseCall(call, unknownId("unknown-job"));
  const query = readQuery(call.request, OutputQuery);
  if (!query.ok) return refuseCall(call, query.refusal);
  const ref = { releaseId: call.params["id"] ?? "", job };
  const headers = { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" };
  if (query.value.as === "file") {
    const size = await runners().outputSize(ref);
    const body = wholeOutput((range) => runners().readOutput(ref, range), size);
    const name = `${job.replace(":", "-")}-output.txt`;
    return new Response(body, {
      headers: { ...headers, "content-length": String(size), "content-disposition": `attachment; filename="${name}"` },
    });
  }
  const [size, bytes] = await Promise.all([runners().outputSize(ref), runners().readOutput(ref, query.value)]);
  return new Response(Buffer.from(bytes), { headers: { ...headers, [OUTPUT_SIZE_HEADER]: String(size) } });
});
