import { personEndpoint } from "@/lib/server/http/endpoint";
import { changePersonCall } from "@/lib/server/http/people-calls";

export const PATCH = personEndpoint(changePersonCall);
