// One version of the lab's shop: shop.ts <version> <port>. GET / sells, /health, /metrics, POST /fault {errors, latencyMs, silent, dead}.
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { z } from "zod";
import { followParent } from "./follow-parent";
import { ShopMetrics } from "./shop-metrics";

const [version = "v0.0.0", port = "0"] = process.argv.slice(2);

/** `errors`: the part of requests that fail, 0 to 1. `silent`: takes requests and never answers. `dead`: the process ends. */
const Fault = z.object({
  errors: z.number().min(0).max(1).default(0),
  latencyMs: z.number().min(0).max(60_000).default(0),
  silent: z.boolean().default(false),
  dead: z.boolean().default(false),
});

const metrics = new ShopMetrics(version);
let fault = Fault.parse({});

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(Buffer.from(part));
  return JSON.parse(Buffer.concat(parts).toString("utf8"));
}

function sell(response: ServerResponse): void {
  if (fault.silent) return;
  const begun = performance.now();
  const isError = Math.random() < fault.errors;
  const workMs = 1 + 4 * Math.random() + fault.latencyMs;
  setTimeout(() => {
    metrics.served(isError ? "500" : "200", (performance.now() - begun) / 1000);
    response.writeHead(isError ? 500 : 200, { "content-type": "application/json" });
    response.end(JSON.stringify({ version, ok: !isError }));
  }, workMs);
}

async function setFault(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const read = Fault.safeParse(await bodyOf(request).catch(() => null));
  if (!read.success) {
    response.writeHead(422).end(read.error.message);
    return;
  }
  fault = read.data;
  response.end(JSON.stringify(fault), () => {
    if (fault.dead) process.exit(1);
  });
}

const server = createServer((request, response) => {
  response.setHeader("X-App-Version", version);
  if (request.method === "POST" && request.url === "/fault") void setFault(request, response);
  else if (request.url === "/metrics")
    response.setHeader("content-type", "text/plain; version=0.0.4").end(metrics.text());
  else if (request.url === "/health") response.end("ok\n");
  else sell(response);
});
// nginx keeps no connection longer than this; a shorter one here would cut a request off.
server.keepAliveTimeout = 75_000;
server.listen(Number(port), "127.0.0.1");
followParent();
