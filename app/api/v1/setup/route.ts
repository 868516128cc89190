import { publicEndpoint } from "@/lib/server/http/endpoint";
import { setupCall } from "@/lib/server/http/people-calls";

export const POST = publicEndpoint(setupCall);
