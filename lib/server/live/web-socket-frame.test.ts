import { once } from "node:events";
import { Socket as TcpSocket } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { WebSocket, WebSocketServer } from "ws";
import { textFrame } from "./web-socket-frame";

let server: WebSocketServer;
let client: WebSocket;
let wire: TcpSocket;

beforeAll(async () => {
  server = new WebSocketServer({ port: 0, host: "127.0.0.1" });
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  const connected = once(server, "connection");
  client = new WebSocket(`ws://127.0.0.1:${address.port}`, { perMessageDeflate: false });
  const [accepted] = await connected;
  await once(client, "open");
  const tcp: unknown = Reflect.get(accepted, "_socket");
  if (!(tcp instanceof TcpSocket)) throw new Error("the websocket has no TCP socket");
  wire = tcp;
});

afterAll(() => {
  client.terminate();
  server.close();
});

/** What a real websocket client reads out of the bytes. */
async function read(frame: Buffer): Promise<string> {
  const received = once(client, "message");
  wire.write(frame);
  return String((await received)[0]);
}

test.each([0, 1, 125, 126, 65_535, 65_536, 200_000])("a message of %i bytes arrives whole", async (length) => {
  const message = "x".repeat(length);
  expect(await read(textFrame(message))).toBe(message);
});

test("lengths count bytes, not characters", async () => {
  const message = "灰度".repeat(60);
  expect(await read(textFrame(message))).toBe(message);
});
