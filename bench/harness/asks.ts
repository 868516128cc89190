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

const collections = { atLeast: 4, atMost: 40 };
const stillBytes = 100_000;

/** What this process keeps resident once it has given up what nobody holds and nothing more is given back, in bytes. */
async function resident(): Promise<number> {
  let before = Number.POSITIVE_INFINITY;
  for (let n = 1; ; n += 1) {
    globalThis.gc?.();
    await new Promise((done) => setTimeout(done, 50));
    const { rss } = process.memoryUsage();
    const isStill = n >= collections.atLeast && Math.abs(rss - before) < stillBytes;
    if (isStill || n === collections.atMost) return rss;
    before = rss;
  }
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
