import { planSchema } from "@/lib/contracts/plan-document";
import { environment } from "@/lib/server/environment";
import { publicEndpoint } from "@/lib/server/http/endpoint";
import { json } from "@/lib/server/http/respond";

export const dynamic = "force-dynamic";

/** The schema of `holdpoint-plan/1`, open like the description of the API: editors fetch it without a session. */
export const GET = publicEndpoint(async () => json(planSchema(environment().publicUrl)));
