import { createServer } from "node:net";

const first = 15_432;
// From 32768 on, the system hands ports out to outgoing connections: one may be gone when Postgres comes back.
const last = 32_767;

/** The ports to try, the remembered one first; always below the range the system hands out. */
export function* candidatePorts(remembered: number | undefined): Generator<number> {
  const start = remembered !== undefined && remembered >= 1024 && remembered <= last ? remembered : first;
  for (let port = start; port <= last; port += 1) yield port;
  for (let port = first; port < start; port += 1) yield port;
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen({ port, host: "127.0.0.1", exclusive: true }, () => probe.close(() => resolve(true)));
  });
}

/** The first free port on loopback, from the remembered one on. */
export async function findDatabasePort(remembered: number | undefined, tried: ReadonlySet<number>): Promise<number> {
  for (const port of candidatePorts(remembered)) {
    if (!tried.has(port) && (await isFree(port))) return port;
  }
  throw new Error("No port between 15432 and 32767 is free on 127.0.0.1 for the database.");
}
