import { once } from "node:events";
import pg from "pg";
import { WebSocket, WebSocketServer } from "ws";
import { answerAsks } from "../harness/asks";
import { type PeerPayload, peerMessage } from "./peer-payload";

/** The floor: a bare WebSocket server that writes with one prepared statement and sends one text to everybody. */
export async function serveBareWebSocket({ databaseUrl, payload }: { databaseUrl: string; payload: PeerPayload }) {
  const server = new WebSocketServer({ port: 0, host: "127.0.0.1", perMessageDeflate: false });
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  const database = new pg.Client({ connectionString: databaseUrl });
  await database.connect();
  let seq = 0;
  const push = (): number => {
    seq += 1;
    const text = peerMessage(payload, seq);
    for (const client of server.clients) if (client.readyState === WebSocket.OPEN) client.send(text);
    return seq;
  };
  const command = async (given: unknown): Promise<number> => {
    const values = [String(given), seq + 1, payload.state, payload.event];
    await database.query({ name: "floor", text: floorSql, values });
    return push();
  };
  answerAsks(address.port, { push, command });
}

/** What has to be written at the least: the number, the state and the event. */
const floorSql = `WITH moved AS (
    UPDATE peer_release SET seq = $2, state = $3::jsonb WHERE id = $1 AND seq = $2 - 1 RETURNING id
  ) INSERT INTO peer_event (release, seq, body) SELECT id, $2, $4::jsonb FROM moved`;
