import { publicEndpoint } from "@/lib/server/http/endpoint";
import { getReleaseCall } from "@/lib/server/http/release-calls";

export const GET = publicEndpoint(getReleaseCall);
