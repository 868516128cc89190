import { publicEndpoint, refuseCall, unknownId } from "@/lib/server/http/endpoint";

const unknown = publicEndpoint(async (call) => refuseCall(call, unknownId("not-found")));

export const GET = unknown;
export const POST = unknown;
export const PUT = unknown;
export const PATCH = unknown;
export const DELETE = unknown;
