import { expect, test } from "vitest";
import { routeScripts } from "./route-scripts";

test("a route's scripts are Next's own, its layouts' and its components', each once", () => {
  const route = {
    clientModules: { a: { chunks: ["/_next/static/a.js", "/_next/static/shared.js", "/_next/static/a.css"] } },
    entryJSFiles: { layout: ["static/shared.js", "static/layout.js"] },
  };
  const script = `globalThis.__RSC_MANIFEST = globalThis.__RSC_MANIFEST || {};
globalThis.__RSC_MANIFEST["/wall/[id]/page"] = ${JSON.stringify(route)};`;
  const found = routeScripts({ rootMainFiles: ["static/main.js"], polyfillFiles: ["static/old.js"] }, script);
  expect(found).toEqual(["static/a.js", "static/layout.js", "static/main.js", "static/shared.js"]);
});
