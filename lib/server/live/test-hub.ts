import { once } from "node:events";
import { createServer } from "node:http";
import type { Viewer } from "@/lib/contracts/live";
import { composeRunners } from "../runner-composition";
import type { TestStand } from "../test-stand";
import { type Live, startLive } from "./start-live";

/** Who may look in a test: cookies and display links that can be taken away. */
export type TestAccess = {
  sessions: Map<string, NonNullable<Viewer>>;
  links: Map<string, { releaseId: string; name: string }>;
};

export function testAccess(): TestAccess {
  const viewer = { person: "planner", name: "赵六", permissions: [] };
  return { sessions: new Map([["session=one", viewer]]), links: new Map() };
}

type HubParts = { stand: TestStand; access: TestAccess; publicOrigin: string };
export type Hub = { port: number; live: Live; close: () => Promise<void> };

export async function openHub({ stand, access, publicOrigin }: HubParts): Promise<Hub> {
  const [first] = stand.instances;
  if (first === undefined) throw new RangeError("A stand has an instance.");
  const server = createServer();
  const live = startLive({
    httpServer: server,
    publicOrigin,
    databaseUrl: stand.database.appUrl,
    access: {
      viewerFromCookies: async (cookie) => access.sessions.get(cookie ?? "") ?? null,
      displayLinkFor: async (token) => access.links.get(token) ?? null,
    },
    listEvents: stand.services.listEvents,
    hearCommits: stand.services.hearCommits,
    readRound: stand.services.findRound,
    readOutputNews: composeRunners(first.pools, stand.services).readOutputNews,
    readClock: stand.services.now,
    onAnnouncement: () => undefined,
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The hub has no port.");
  return {
    port: address.port,
    live,
    close: async () => {
      await live.stop();
      server.close();
      server.closeAllConnections();
    },
  };
}
