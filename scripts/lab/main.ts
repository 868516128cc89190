// npm run lab: a shop in two versions behind the real nginx, users, Prometheus, a runner and Holdpoint; Ctrl-C stops everything.
import { endBundler } from "../build/bundle.mjs";
import { bringParts } from "../test/install-real-parts";
import { howToBring } from "../test/missing-parts";
import { bringBack } from "./bring-back";
import { DEMONSTRATION } from "./lab-plan";
import { startWholeLab, type WholeLab } from "./whole-lab";

const RATE = 400;
/** Long enough to see on the wall what a dead version does to a release. */
const DEAD_MS = 120_000;

async function whereToGo({ lab, holdpoint, people, password, openRelease }: WholeLab): Promise<string> {
  const { releaseId } = await openRelease(DEMONSTRATION);
  const { ports, folder } = lab;
  const names = people.map(({ username, name }) => `${username} (${name})`).join(", ");
  return [
    "",
    `Holdpoint   ${holdpoint.address}/releases/${releaseId}`,
    `wall        ${holdpoint.address}/wall/${releaseId}`,
    `sign in     as zhangsan, who manages the release; also: ${names}, admin`,
    `password    ${password}`,
    `shop        http://127.0.0.1:${ports.front}   ${RATE} requests a second, all on v0.9.0`,
    `Prometheus  http://127.0.0.1:${ports.prometheus}`,
    `users met   http://127.0.0.1:${ports.load}/stats`,
    `green       http://127.0.0.1:${ports.green}   v1.0.0; make it fail: curl -d '{"errors":0.02}' http://127.0.0.1:${ports.green}/fault; '{}' heals`,
    `blue        http://127.0.0.1:${ports.blue}   v0.9.0`,
    `files       ${folder}`,
    "Nothing here is simulated. Ctrl-C stops it all and removes its files; it takes some seconds, and kill -9 cannot.",
  ].join("\n");
}

const say = (sentence: string) => process.stdout.write(`${sentence}\n`);
const tell = (error: unknown) => process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);

/** Everything up; answers how to end it. */
async function start(): Promise<() => Promise<void>> {
  const lacking = await bringParts({ nginx: "nginx-light", prometheus: "prometheus" });
  if (lacking.length > 0) throw new Error(`The lab needs ${lacking.join(" and ")}. ${howToBring(lacking)}`);
  const whole = await startWholeLab({ rate: RATE, isQuiet: false });
  try {
    await whole.addRunner("lab-runner");
    await endBundler();
    const letDie = bringBack(whole.lab, { afterMs: DEAD_MS, say });
    say(await whereToGo(whole));
    return async () => {
      letDie();
      await whole.stop();
    };
  } catch (error) {
    await whole.stop();
    throw error;
  }
}

const started = start();
let isStopping = false;
/** Told while it still comes up, it comes up first: what has been started is then known. */
async function stop(): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  say("\nstopping …");
  const end = await started.catch(() => null);
  await end?.().catch(tell);
  process.exit(0);
}
// A terminal that was closed takes no words any more: no reason to leave all this behind.
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void stop());
started.catch((error: unknown) => {
  if (!isStopping) tell(error);
  process.exit(isStopping ? 0 : 1);
});
