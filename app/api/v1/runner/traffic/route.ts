import { trafficCountsEndpoint } from "@/lib/server/http/runner-calls";

export const POST = trafficCountsEndpoint;
