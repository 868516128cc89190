import { services } from "@/lib/server/composition";
import { personEndpoint } from "@/lib/server/http/endpoint";
import { createReleaseCall } from "@/lib/server/http/release-calls";
import { json } from "@/lib/server/http/respond";

export const GET = personEndpoint(async () => json({ releases: await services().listReleases() }));
export const POST = personEndpoint(createReleaseCall);
