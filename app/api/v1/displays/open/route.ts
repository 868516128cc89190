import { publicEndpoint } from "@/lib/server/http/endpoint";
import { openDisplayCall } from "@/lib/server/http/open-display-call";

export const POST = publicEndpoint(openDisplayCall);
