import { publicEndpoint } from "@/lib/server/http/endpoint";
import { json } from "@/lib/server/http/respond";

export const dynamic = "force-dynamic";

/** The process lives; whether it can work is what /readyz says. */
export const GET = publicEndpoint(async () => json({ status: "ok" }));
