import { publicEndpoint } from "@/lib/server/http/endpoint";
import { readiness } from "@/lib/server/http/readiness";
import { json } from "@/lib/server/http/respond";

export const dynamic = "force-dynamic";

export const GET = publicEndpoint(async () => {
  const state = await readiness();
  return json(state, { status: state.ready ? 200 : 503 });
});
