import { helloEndpoint } from "@/lib/server/http/runner-calls";

export const POST = helloEndpoint;
