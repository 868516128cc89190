import { publicEndpoint } from "@/lib/server/http/endpoint";
import { metricsCall } from "@/lib/server/http/metrics-call";

export const dynamic = "force-dynamic";
export const GET = publicEndpoint(metricsCall);
