import { z } from "zod";
import { type OurOptions, serveOurs } from "./harness/our-server";
import { serveBareWebSocket } from "./peers/bare-web-socket";
import { serveEventStream } from "./peers/event-stream";
import { serveStockSocketIo } from "./peers/stock-socket-io";

const Peer = z.object({ databaseUrl: z.string(), payload: z.object({ state: z.string(), event: z.string() }) });
const Ours = z.object({
  databaseUrl: z.string(),
  releaseId: z.string(),
  actor: z.object({
    kind: z.literal("person"),
    person: z.string(),
    name: z.string(),
    permissions: z.array(z.enum(["administrator", "planner"])),
  }),
  secret: z.string().optional(),
}) satisfies z.ZodType<OurOptions>;

/** The servers that the load starts by name, each in a process of its own. */
const roles: Readonly<Record<string, (given: unknown) => Promise<void>>> = {
  ours: (given) => serveOurs(Ours.parse(given)),
  ws: (given) => serveBareWebSocket(Peer.parse(given)),
  "socket.io": (given) => serveStockSocketIo(Peer.parse(given)),
  SSE: (given) => serveEventStream(Peer.parse(given)),
};

export async function serveRole(role: string, given: string): Promise<void> {
  const serve = roles[role];
  if (serve === undefined) throw new RangeError(`Nobody plays ${role}.`);
  await serve(JSON.parse(given));
}
