import { jobEndpoint } from "@/lib/server/http/runner-calls";

export const POST = jobEndpoint;
