import { once } from "node:events";
import { createServer, get, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import { guardUpgrades } from "./upgrades";

let server: Server;
let pages: Server;
let taken: string[];

beforeEach(async () => {
  taken = [];
  server = createServer();
  pages = createServer();
  await once(server.listen(0, "127.0.0.1"), "listening");
});
afterEach(() => server.close());

function guard(isDevelopment: boolean): void {
  for (const [name, one] of Object.entries({ sockets: server, pages })) {
    one.on("upgrade", (request, socket) => {
      if (!socket.writable) return;
      taken.push(`${name} ${request.url}`);
      socket.end("HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n");
    });
  }
  guardUpgrades(server, pages, isDevelopment);
}

/** What became of an upgrade of this path. */
function upgrade(path: string): Promise<"taken over" | "cut off"> {
  const { port } = server.address() as AddressInfo;
  return new Promise((done) => {
    const request = get({ port, host: "127.0.0.1", path, headers: { connection: "Upgrade", upgrade: "websocket" } });
    request.on("upgrade", () => done("taken over")).on("error", () => done("cut off"));
  });
}

test("only the live channel may take a connection over", async () => {
  guard(false);
  expect(await upgrade("/socket.io/?EIO=4")).toBe("taken over");
  for (const path of ["/", "/socket.io", "/_next/webpack-hmr", "/api/v1/releases", "/x/socket.io/"]) {
    expect(await upgrade(path), path).toBe("cut off");
  }
  expect(taken).toEqual(["sockets /socket.io/?EIO=4"]);
});

test("while developing, hot reload may too", async () => {
  guard(true);
  expect(await upgrade("/_next/webpack-hmr")).toBe("taken over");
  expect(taken).toContain("pages /_next/webpack-hmr");
  expect(await upgrade("/elsewhere")).toBe("cut off");
});
