import { runInNewContext } from "node:vm";
import { z } from "zod";

const manifest = z.object({
  clientModules: z.record(z.string(), z.object({ chunks: z.array(z.string()) })),
  entryJSFiles: z.record(z.string(), z.array(z.string())),
});

const rootManifest = z.object({ rootMainFiles: z.array(z.string()) });

/** What the script that Next writes for a route puts into `globalThis.__RSC_MANIFEST`. */
function readRouteManifest(script: string): z.infer<typeof manifest> {
  const sandbox: { __RSC_MANIFEST?: Record<string, unknown> } = {};
  runInNewContext(script, Object.assign(sandbox, { globalThis: sandbox }));
  return manifest.parse(Object.values(sandbox.__RSC_MANIFEST ?? {})[0]);
}

/**
 * The script files that a browser may load to show a route: Next's own, the layouts', and those of every component
 * the route can send. What a page loads later by `import()` is not among them.
 */
export function routeScripts(buildManifest: unknown, routeScript: string): string[] {
  const { clientModules, entryJSFiles } = readRouteManifest(routeScript);
  const files = [
    ...rootManifest.parse(buildManifest).rootMainFiles,
    ...Object.values(entryJSFiles).flat(),
    ...Object.values(clientModules).flatMap(({ chunks }) => chunks),
  ];
  return [...new Set(files.map((file) => file.replace(/^\/_next\//, "")))]
    .filter((file) => file.endsWith(".js"))
    .sort();
}
