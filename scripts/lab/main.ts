// npm run lab: a shop in two versions behind the real nginx, users, Prometheus, a runner and Holdpoint; Ctrl-C stops everything.
import { endBundler } from "../build/bundle.mjs";
import { bringParts } from "../test/install-real-parts";
import { howToBring } from "../test/missing-parts";
import { DEMONSTRATION } from "./lab-plan";
import { startWholeLab, type WholeLab } from "./whole-lab";

const RATE = 400;

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
    `green       http://127.0.0.1:${ports.green}   v1.0.0; make it fail: curl -d '{"errors":0.02}' http://127.0.0.1:${ports.green}/fault`,
    `blue        http://127.0.0.1:${ports.blue}   v0.9.0`,
    `files       ${folder}`,
    "Nothing here is simulated. Ctrl-C stops it all and leaves nothing behind.",
    "",
  ].join("\n");
}

async function start(): Promise<WholeLab> {
  const lacking = await bringParts({ nginx: "nginx-light", prometheus: "prometheus" });
  if (lacking.length > 0) throw new Error(`The lab needs ${lacking.join(" and ")}. ${howToBring(lacking)}`);
  const whole = await startWholeLab({ rate: RATE, isQuiet: false });
  try {
    await whole.addRunner("lab-runner");
    await endBundler();
    process.stdout.write(await whereToGo(whole));
  } catch (error) {
    await whole.stop();
    throw error;
  }
  return whole;
}

const started = start();
let isStopping = false;
/** Told while it still comes up, it comes up first: what has been started is then known. */
async function stop(): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  process.stdout.write("\nstopping …\n");
  await started.then((whole) => whole.stop()).catch(() => undefined);
  process.exit(0);
}
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void stop());
started.catch((error: unknown) => {
  if (!isStopping) process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(isStopping ? 0 : 1);
});
