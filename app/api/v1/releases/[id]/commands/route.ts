import { publicEndpoint } from "@/lib/server/http/endpoint";
import { submitCommandCall } from "@/lib/server/http/submit-command-call";

export const POST = publicEndpoint(submitCommandCall);
