import { signInCall } from "@/lib/server/http/auth-call";
import { publicEndpoint } from "@/lib/server/http/endpoint";

export const POST = publicEndpoint(signInCall);
