import { personEndpoint } from "@/lib/server/http/endpoint";
import { exportPlanCall } from "@/lib/server/http/export-call";

export const GET = personEndpoint(exportPlanCall);
