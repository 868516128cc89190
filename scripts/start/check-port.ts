import { createServer } from "node:net";

function listenError(port: number, host: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", (error) => resolve(String(Reflect.get(error, "code"))));
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(undefined)));
  });
}

/** Refuses with a sentence when nothing can listen there, before anything has been started. */
export async function refuseUnusablePort(port: number, host: string): Promise<void> {
  const code = await listenError(port, host);
  if (code === undefined) return;
  if (code === "EADDRINUSE") {
    throw new Error(
      `Port ${port} on ${host} is taken by another program: stop that one, or choose another port with PORT=${port === 65_535 ? 3000 : port + 1} npm start.`,
    );
  }
  if (code === "EACCES")
    throw new Error(`This account may not listen on port ${port}: choose one above 1023 with PORT.`);
  throw new Error(`HOST is "${host}", which is no address of this machine (${code}).`);
}
