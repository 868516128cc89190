import type { Server } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import type { Companion } from "@/lib/engine/companion/start-companion";
import type { JobWatch } from "@/lib/engine/jobs/watch-jobs";
import type { Engine } from "@/lib/engine/start-engine";
import type { Watch } from "@/lib/engine/watch/start-watch";
import type { Log } from "@/lib/ports/log";
import type { RequestGate } from "./http/request-gate";
import type { Live } from "./live/start-live";

export type Running = {
  server: Server;
  gate: RequestGate;
  live: Live;
  engine: Engine;
  watch: Watch;
  companion: Companion;
  jobs: JobWatch;
  closePages: () => Promise<void>;
  closeDatabase: () => Promise<void>;
};

/** What has not ended by then is cut off: whoever waited repeats it, and its key tells. */
const graceMs = 8_000;
/** How long new requests are still answered with "restarting", and how long those answers may take. */
const lastQuestionsMs = 250;
const lastAnswersMs = 1_000;

/** Ends in order: nothing new, what runs is answered, sockets are sent elsewhere, timers rest, connections close. */
export async function stopInOrder(running: Running, log: Log): Promise<void> {
  const whole = stepByStep(running).catch((error: unknown) =>
    log.error({ error: String(error) }, "the end had a fault"),
  );
  await Promise.race([whole, sleep(graceMs, undefined, { ref: false })]);
}

async function stepByStep(running: Running): Promise<void> {
  const { server, gate, live, engine, watch, companion, jobs, closePages, closeDatabase } = running;
  await Promise.all([gate.close(), engine.stop(), watch.stop(), companion.stop(), jobs.stop()]);
  await live.stop();
  await closeServer(server);
  await closePages();
  await closeDatabase();
}

/** Whoever keeps a connection open is told so by an answer that closes it; only then are those cut who never ask again. */
async function closeServer(server: Server): Promise<void> {
  await sleep(lastQuestionsMs);
  const closed = new Promise<void>((done) => server.close(() => done()));
  await Promise.race([closed, sleep(lastAnswersMs, undefined, { ref: false })]);
  server.closeAllConnections();
}
