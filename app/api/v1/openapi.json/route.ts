import { environment } from "@/lib/server/environment";
import { publicEndpoint } from "@/lib/server/http/endpoint";
import { openApi } from "@/lib/server/http/openapi";
import { json } from "@/lib/server/http/respond";

export const dynamic = "force-dynamic";

export const GET = publicEndpoint(async () => json(openApi(environment().publicUrl)));
