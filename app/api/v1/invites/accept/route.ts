import { publicEndpoint } from "@/lib/server/http/endpoint";
import { acceptInviteCall } from "@/lib/server/http/people-calls";

export const POST = publicEndpoint(acceptInviteCall);
