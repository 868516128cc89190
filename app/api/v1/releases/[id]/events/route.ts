import { publicEndpoint } from "@/lib/server/http/endpoint";
import { listEventsCall } from "@/lib/server/http/release-calls";

export const GET = publicEndpoint(listEventsCall);
