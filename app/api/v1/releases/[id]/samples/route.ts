import { publicEndpoint } from "@/lib/server/http/endpoint";
import { listSamplesCall } from "@/lib/server/http/release-calls";

export const GET = publicEndpoint(listSamplesCall);
