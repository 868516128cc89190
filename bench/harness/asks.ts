/** What the load asks a server process over Node's own channel between processes; every answer is a number. */
type Ask = { id: number; ask: string; given: unknown };
export type Reply = { id: number; answer: number } | { id: number; fault: string };

function isAsk(value: unknown): value is Ask {
  return typeof value === "object" && value !== null && "ask" in value && "id" in value;
}

async function reply(handlers: Record<string, (given: unknown) => number | Promise<number>>, asked: Ask) {
  try {
    const handler = handlers[asked.ask];
    if (handler === undefined) throw new RangeError(`Nobody here answers ${asked.ask}.`);
    process.send?.({ id: asked.id, answer: await handler(asked.given) } satisfies Reply);
  } catch (error) {
    process.send?.({ id: asked.id, fault: String(error) } satisfies Reply);
  }
}

function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

const collections = 8;

/** Gives up what nobody holds, and waits until the rest of a start has been given back as well. */
async function collect(): Promise<NodeJS.MemoryUsage> {
  for (let n = 0; n < collections; n += 1) {
    globalThis.gc?.();
    await new Promise((done) => setTimeout(done, 50));
  }
  return process.memoryUsage();
}

/** What this process keeps resident, in bytes. */
async function resident(): Promise<number> {
  return (await collect()).rss;
}

/** What its objects and buffers took at the last collection, in bytes. */
function held(): number {
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** Answers the load until it is gone. */
export function answerAsks(port: number, handlers: Record<string, (given: unknown) => number | Promise<number>>): void {
  const all = { ...handlers, cpuMs, resident, held };
  process.on("message", (value) => {
    if (isAsk(value)) void reply(all, value);
  });
  process.on("disconnect", () => process.exit(0));
  process.send?.({ id: 0, answer: port } satisfies Reply);
}
