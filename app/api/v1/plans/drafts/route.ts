import { draftPlanCall } from "@/lib/server/http/draft-call";
import { personEndpoint } from "@/lib/server/http/endpoint";

export const POST = personEndpoint(draftPlanCall);
