// The server: pages, API and sockets on one port, the engine beside them.
import { createServer } from "node:http";
import next from "next";
import { watchJobs } from "@/lib/engine/jobs/watch-jobs";
import { startEngine } from "@/lib/engine/start-engine";
import { accessSettings } from "./access-settings";
import { followForGrafana } from "./companion-composition";
import { closeServices, engineDependencies } from "./composition";
import { environment } from "./environment";
import { ensureSetupCode } from "./first-administrator";
import { answerCommandsFirst } from "./http/answer-commands";
import { answerRunnersFirst } from "./http/answer-runners";
import { signHeaders } from "./http/client-address";
import { createRequestGate } from "./http/request-gate";
import { guardUpgrades, isForSockets } from "./http/upgrades";
import { installLastResort } from "./last-resort";
import { composeLive } from "./live/compose-live";
import { log } from "./log";
import { withoutConfigTiming } from "./quiet-start";
import { reserveForRunners, runners } from "./runner-composition";
import { type Running, stopInOrder } from "./stop-in-order";
import { watchReleases } from "./watch-composition";

/**
 * Longer than a proxy keeps its own side (60 s as a rule): with Node's 5 s a request meets a connection that is just being closed,
 * and whoever pressed is told of a fault that is none.
 */
const KEPT_OPEN_MS = 75_000;

async function serve(): Promise<Running> {
  const { isDevelopment, port, host } = environment();
  const { trustedProxies } = accessSettings();
  const server = createServer({ keepAliveTimeout: KEPT_OPEN_MS });
  // Next listens for upgrades at the server that it is given; it gets one that never listens to the net.
  const pagesServer = createServer();
  const pages = next({ dev: isDevelopment, hostname: host, port, httpServer: pagesServer });
  await withoutConfigTiming(() => pages.prepare());
  const answer = answerCommandsFirst(answerRunnersFirst(pages.getRequestHandler()));
  const gate = createRequestGate(answer, (error) =>
    log.error({ error: String(error) }, "a request could not be answered"),
  );
  const engine = startEngine(engineDependencies());
  const watch = watchReleases();
  const companion = followForGrafana();
  const closeRunners = reserveForRunners();
  const jobs = watchJobs({ loseSilentJobs: runners().loseSilentJobs, log });
  const live = composeLive(server, engine);
  guardUpgrades(server, pagesServer, isDevelopment);
  server.on("request", (request, response) => {
    if (isForSockets(request.url)) return;
    signHeaders(request, trustedProxies);
    gate.take(request, response);
  });
  await new Promise<void>((done, failed) => server.once("error", failed).listen(port, host, done));
  const closePages = () => pages.close();
  const closeDatabase = async () => {
    await closeRunners();
    await closeServices();
  };
  return { server, gate, live, engine, watch, companion, jobs, closePages, closeDatabase };
}

function stopOnSignal(running: Running): void {
  let isStopping = false;
  const stop = async () => {
    if (isStopping) return;
    isStopping = true;
    await stopInOrder(running, log);
    process.exit(0);
  };
  process.on("SIGTERM", () => void stop());
  process.on("SIGINT", () => void stop());
}

installLastResort(log);
try {
  // Before anything answers: who is told that it is ready may sign in at once.
  const setupLink = await ensureSetupCode();
  stopOnSignal(await serve());
  if (setupLink !== null)
    process.stdout.write(`  setup        ${setupLink}   (open it once, to name the first administrator)\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
