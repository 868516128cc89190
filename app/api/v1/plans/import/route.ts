import { personEndpoint } from "@/lib/server/http/endpoint";
import { importPlanCall } from "@/lib/server/http/import-call";

export const POST = personEndpoint(importPlanCall);
