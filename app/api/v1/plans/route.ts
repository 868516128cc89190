import { services } from "@/lib/server/composition";
import { personEndpoint } from "@/lib/server/http/endpoint";
import { json } from "@/lib/server/http/respond";

export const GET = personEndpoint(async () => json({ plans: await services().listPlans() }));
