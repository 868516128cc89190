import { once } from "node:events";
import { createServer, type Server as HttpServer } from "node:http";
import { Server, type Socket as ServerSocket } from "socket.io";
import { io as connect, type Socket } from "socket.io-client";
import { afterEach, describe, expect, test } from "vitest";
import { tcpSocketOf, unsentBytes } from "./connection-parts";
import { fanOutAdapter } from "./fan-out-adapter";
import { watchSlowReaders } from "./slow-readers";

const bounds = { maxUnsentBytes: 64 * 1024, maxBehindMs: 60_000 };
const open: { http: HttpServer; io: Server; clients: Socket[] }[] = [];

afterEach(() => {
  for (const { http, io, clients } of open.splice(0)) {
    for (const client of clients) client.disconnect();
    io.close();
    http.close();
  }
});

async function start(path: "straight" | "stock") {
  const caughtUp: string[] = [];
  const slowReaders = watchSlowReaders(bounds, (socket) => caughtUp.push(socket.id));
  const http = createServer();
  const adapter = fanOutAdapter({ maxUnsentBytes: bounds.maxUnsentBytes, slowReaders });
  const io = new Server(http, {
    serveClient: false,
    perMessageDeflate: false,
    ...(path === "straight" ? { adapter } : {}),
  });
  io.on("connection", (socket) => {
    void socket.join("r");
    socket.on("echo", (text: string, answer: (text: string) => void) => answer(text));
  });
  http.listen(0, "127.0.0.1");
  await once(http, "listening");
  const address = http.address();
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  const { port } = address;
  const clients: Socket[] = [];
  open.push({ http, io, clients });
  async function join(transports: ("websocket" | "polling")[]) {
    const client = connect(`http://127.0.0.1:${port}`, { transports, forceNew: true, reconnection: false });
    clients.push(client);
    const got: unknown[] = [];
    client.on("n", (value: unknown) => got.push(value));
    await new Promise<void>((done) => client.on("connect", done));
    const there = io.sockets.sockets.get(client.id ?? "");
    if (there === undefined) throw new Error("the server does not know its client");
    return { client, got, there };
  }
  return { io, slowReaders, caughtUp, join };
}

/** Everything that was sent before has been delivered once this is answered. */
const flushed = (client: Socket) => client.emitWithAck("echo", "done");

/** Stops the client's end from reading, as a machine that hangs. */
function stopReading(client: Socket): () => void {
  const webSocket: unknown = Reflect.get(client.io.engine.transport, "ws");
  if (typeof webSocket !== "object" || webSocket === null) throw new Error("the client has no websocket");
  const wire: unknown = Reflect.get(webSocket, "_socket");
  if (typeof wire !== "object" || wire === null) throw new Error("the client has no TCP socket");
  Reflect.get(wire, "pause").call(wire);
  return () => Reflect.get(wire, "resume").call(wire);
}

async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await new Promise((next) => setTimeout(next, 5));
}

describe.each(["straight", "stock"] as const)("the %s path", (path) => {
  test("reaches every screen of the room, over websockets and long-polling, in order", async () => {
    const { io, join } = await start(path);
    const screens = [await join(["websocket"]), await join(["polling"]), await join(["polling", "websocket"])];
    const wanted = Array.from({ length: 200 }, (_, index) => ({ seq: index, text: "灰度".repeat(index % 90) }));
    for (const message of wanted) {
      io.to("r").emit("n", message);
      if (message.seq % 20 === 0) await new Promise((next) => setImmediate(next));
    }
    for (const { client, got } of screens) {
      await until(() => got.length >= wanted.length);
      await flushed(client);
      expect(got).toEqual(wanted);
    }
  });

  test("keeps what goes to one screen and what goes to all in the order in which it was said", async () => {
    const { io, join } = await start(path);
    const { got, there, client } = await join(["websocket"]);
    for (let number = 0; number < 120; number += 1) {
      if (number % 3 === 0) there.emit("n", number);
      else io.to("r").emit("n", number);
      if (number % 17 === 0) await new Promise((next) => setImmediate(next));
    }
    await flushed(client);
    expect(got).toEqual(Array.from({ length: 120 }, (_, number) => number));
  });

  test("leaves out who is not in the room", async () => {
    const { io, join } = await start(path);
    const [inside, outside] = [await join(["websocket"]), await join(["websocket"])];
    void outside.there.leave("r");
    io.to("r").emit("n", 1);
    io.emit("n", 2);
    await Promise.all([flushed(inside.client), flushed(outside.client)]);
    expect(inside.got).toEqual([1, 2]);
    expect(outside.got).toEqual([2]);
  });

  test("sends to several rooms at once, and spares the excepted", async () => {
    const { io, join } = await start(path);
    const [one, two] = [await join(["websocket"]), await join(["websocket"])];
    void two.there.join("other");
    io.to(["r", "other"]).except("other").emit("n", "x");
    await Promise.all([flushed(one.client), flushed(two.client)]);
    expect(one.got).toEqual(["x"]);
    expect(two.got).toEqual([]);
  });
});

test("the straight path is really taken: a websocket's TCP connection is found, a polling one has none", async () => {
  const { join } = await start("straight");
  expect(tcpSocketOf((await join(["websocket"])).there.conn)).toBeDefined();
  expect(tcpSocketOf((await join(["polling"])).there.conn)).toBeUndefined();
});

async function fillUp(io: Server, isFull: () => boolean): Promise<number> {
  let sent = 0;
  while (!isFull()) {
    io.to("r").emit("n", { sent, text: "x".repeat(32 * 1024) });
    sent += 1;
    await new Promise((next) => setImmediate(next));
    if (sent > 5_000) throw new Error("the reader never fell behind");
  }
  return sent;
}

test("a screen that does not read is left out at its bound, the others go on, and it is told when it has read", async () => {
  const { io, join, slowReaders, caughtUp } = await start("straight");
  const [slow, quick] = [await join(["websocket"]), await join(["websocket"])];
  const read = stopReading(slow.client);
  const sent = await fillUp(io, () => slowReaders.isBehind(slow.there));
  expect(unsentBytes(slow.there.conn)).toBeLessThan(2 * bounds.maxUnsentBytes);
  io.to("r").emit("n", "after");
  await until(() => quick.got.length === sent + 1);
  expect(slowReaders.isBehind(quick.there)).toBe(false);
  read();
  await until(() => {
    slowReaders.sweep(io.sockets.sockets.values(), performance.now());
    return caughtUp.length > 0;
  });
  expect(caughtUp).toEqual([slow.client.id]);
  expect(slow.got).not.toContain("after");
  expect(slowReaders.isBehind(slow.there)).toBe(false);
});

test("a screen that never reads again is cut off", async () => {
  const { io, join, slowReaders } = await start("straight");
  const slow = await join(["websocket"]);
  stopReading(slow.client);
  await fillUp(io, () => slowReaders.isBehind(slow.there));
  const gone = new Promise<string>((done) => slow.there.on("disconnect", done));
  slowReaders.sweep(io.sockets.sockets.values(), performance.now() + bounds.maxBehindMs + 1);
  await gone;
  expect(io.sockets.sockets.size).toBe(0);
});

test("on the ordinary path, too, nobody holds more than the bound for long", async () => {
  const { io, join, slowReaders } = await start("stock");
  const slow = await join(["websocket"]);
  stopReading(slow.client);
  const isFull = (socket: ServerSocket) => {
    slowReaders.sweep(io.sockets.sockets.values(), performance.now());
    return slowReaders.isBehind(socket);
  };
  await fillUp(io, () => isFull(slow.there));
  expect(unsentBytes(slow.there.conn)).toBeGreaterThan(bounds.maxUnsentBytes);
});
