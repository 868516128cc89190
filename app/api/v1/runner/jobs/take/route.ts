import { takeEndpoint } from "@/lib/server/http/runner-calls";

export const POST = takeEndpoint;
