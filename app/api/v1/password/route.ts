import { changePasswordCall } from "@/lib/server/http/auth-call";
import { personEndpoint } from "@/lib/server/http/endpoint";

export const POST = personEndpoint(changePasswordCall);
