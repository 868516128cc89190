import { authCall } from "@/lib/server/http/auth-call";
import { publicEndpoint } from "@/lib/server/http/endpoint";

export const GET = publicEndpoint(authCall);
export const POST = publicEndpoint(authCall);
