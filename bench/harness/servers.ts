import { randomUUID } from "node:crypto";
import pg from "pg";
import { type PeerPayload, peerTables } from "../peers/peer-payload";
import type { Bench } from "./bench";
import { openBareWall, openEventStreamWall, openSocketWall } from "./connections";
import type { Wall } from "./screens";
import { type BenchServer, startBenchServer } from "./server-process";
import type { Night, Stand } from "./stand";

export type Kind = "ours" | "ws" | "socket.io" | "SSE";

/** A server under load: how to open screens on it, and how to make it push. */
export type Rig = {
  server: BenchServer;
  openWall: (count: number) => Promise<Wall>;
  /** What its `command` is to be given next. */
  nextCommand: () => unknown;
};

/** Texts of the size of ours, for peers: the state of a release, and the event of a GO. */
export async function readPayload(stand: Stand, night: Night): Promise<PeerPayload> {
  const { releaseId } = night;
  const seq = await night.commit(night.nextCommand());
  await night.commit(night.nextCommand());
  const [event] = await stand.services.listEvents({ releaseId, after: seq - 1, limit: 1 });
  const snapshot = await stand.services.getReleaseSnapshot({ releaseId });
  if (event === undefined || snapshot === null) throw new Error("The release is gone.");
  const { prevHash: _prev, hash: _hash, ...shown } = event;
  return { state: JSON.stringify(snapshot.state), event: JSON.stringify(shown) };
}

/** What peers are given: the texts of one night serve them all, for they write to tables of their own. */
export type Likeness = { night: Night; payload: PeerPayload };

export async function openLikeness({ stand }: Bench): Promise<Likeness> {
  const night = await stand.openNight();
  return { night, payload: await readPayload(stand, night) };
}

/** Starts one contestant in a process of its own. */
export async function startRig(
  { stand, pinning }: Bench,
  kind: Kind,
  { night, payload, nodeOptions = [] }: Likeness & { nodeOptions?: string[] },
): Promise<Rig> {
  const { releaseId, nextCommand } = night;
  if (kind === "ours") {
    const given = { databaseUrl: stand.urls.appUrl, releaseId, actor: stand.actor };
    const server = await startBenchServer(pinning, { role: kind, given, nodeOptions });
    const openWall = async (count: number) => {
      const seq = (await stand.services.getReleaseSnapshot({ releaseId }))?.state.seq ?? 0;
      return openSocketWall(count, { port: server.port, join: { releaseId, seq }, cookie: "session=bench" });
    };
    return { server, openWall, nextCommand };
  }
  const id = randomUUID();
  if (kind === "ws") await addPeerRelease(stand, id, payload);
  const server = await startBenchServer(pinning, {
    ...{ role: kind, nodeOptions },
    given: { databaseUrl: stand.urls.adminUrl, payload },
  });
  const { port } = server;
  const openWall = (count: number) => {
    if (kind === "ws") return openBareWall(count, port);
    return kind === "SSE" ? openEventStreamWall(count, port) : openSocketWall(count, { port });
  };
  return { server, openWall, nextCommand: () => id };
}

async function addPeerRelease({ urls }: Stand, id: string, { state }: PeerPayload): Promise<void> {
  const client = new pg.Client({ connectionString: urls.adminUrl });
  await client.connect();
  await client.query(peerTables);
  await client.query("INSERT INTO peer_release (id, seq, state) VALUES ($1, 0, $2::jsonb)", [id, state]);
  await client.end();
}
