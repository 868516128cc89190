import type { NextRequest } from "next/server";
import { guardPage } from "@/lib/server/page-guard";

export function proxy(request: NextRequest) {
  return guardPage(request);
}

// Everything but Next's own files and the routes that set their headers themselves (lib/server/http/respond.ts).
export const config = { matcher: "/((?!_next/static/|api/|healthz$|readyz$|metrics$).*)" };
