import { once } from "node:events";
import { createServer } from "node:net";

async function hold(): Promise<{ port: number; letGo: () => Promise<void> }> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("no port");
  return {
    port: address.port,
    letGo: async () => {
      server.close();
      await once(server, "close");
    },
  };
}

/** So many ports of loopback that nobody listens on, no two of them the same: all are held until the last is found. */
export async function freePorts(count: number): Promise<number[]> {
  const held = await Promise.all(Array.from({ length: count }, hold));
  await Promise.all(held.map(({ letGo }) => letGo()));
  return held.map(({ port }) => port);
}

export async function freePort(): Promise<number> {
  const [port = 0] = await freePorts(1);
  return port;
}
