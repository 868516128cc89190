import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import { openDatabase } from "@/lib/adapters/postgres/database";
import type { Viewer } from "@/lib/contracts/live";
import type { Actor } from "@/lib/domain/release/actor";
import type { PersonCommand } from "@/lib/domain/release/commands";
import { composeServices } from "@/lib/server/composition";
import { startLive } from "@/lib/server/live/start-live";
import { composeRunners } from "@/lib/server/runner-composition";
import { composeWatch } from "@/lib/server/watch-composition";
import { answerAsks } from "./asks";
import { benchLog } from "./stand";

/** `secret` is what the sources' own ones are sealed with: with it, this instance watches as well. */
export type OurOptions = { databaseUrl: string; releaseId: string; actor: Actor; secret?: string | undefined };

const commandTries = 5;

function isCommand(value: unknown): value is PersonCommand {
  return typeof value === "object" && value !== null && "type" in value;
}

/** An instance of ours without the pages: services, hub and sockets as `main.ts` composes them. Everybody is let in. */
export async function serveOurs({ databaseUrl, releaseId, actor, secret }: OurOptions): Promise<void> {
  const database = openDatabase({ url: databaseUrl, log: benchLog });
  const services = composeServices(database, benchLog);
  const viewer: Viewer = actor.kind === "person" ? { person: actor.person, name: actor.name, permissions: [] } : null;
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  startLive({
    httpServer: server,
    publicOrigin: `http://127.0.0.1:${address.port}`,
    databaseUrl,
    access: { viewerFromCookies: async () => viewer, displayLinkFor: async () => null },
    listEvents: services.listEvents,
    hearCommits: services.hearCommits,
    readRound: services.findRound,
    readOutputNews: composeRunners(database, services).readOutputNews,
    readClock: services.now,
    onAnnouncement: () => undefined,
    log: benchLog,
    maxSocketsEach: 5_000,
  });
  await services.now();
  if (secret !== undefined) {
    const over = { client: database.client, pools: database.pools };
    composeWatch({ over, verbs: services, secret, allowLoopback: true, log: benchLog });
  }
  const command = async (given: unknown): Promise<number> => {
    if (!isCommand(given)) throw new TypeError("That is no command.");
    const key = randomUUID();
    for (let tries = 1; ; tries += 1) {
      const answer = await services.submitCommand({ releaseId, key, command: given, actor });
      if (answer.outcome === "accepted") return answer.seq;
      // An answer that got lost is never an unknown: the same key again tells.
      if (answer.outcome !== "unavailable" || tries === commandTries) throw new Error(JSON.stringify(answer));
    }
  };
  answerAsks(address.port, { command });
}
