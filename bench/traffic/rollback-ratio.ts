import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { firstInclude } from "@/lib/adapters/nginx/first-include";
import { type RealNginx, startRealNginx } from "@/lib/adapters/nginx/fixtures/real-nginx";
import { NginxTraffic } from "@/lib/adapters/nginx/nginx-traffic";

const run = promisify(execFile);
const BLUE = "v0.9.0";

export type RollbackRatio = {
  /** Medians, in ms, from the order to the end of the first answer of the old version on a fresh connection. */
  floorMs: number;
  oursMs: number;
  ratio: number;
  rounds: number;
};

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** Users one after another, each on a fresh connection, until one meets the old version. */
async function untilBlue(nginx: RealNginx, begun: number): Promise<number> {
  for (;;) {
    if ((await nginx.get()) === BLUE) return performance.now() - begun;
    // A breath, so that who asks does not take the processor from who switches.
    await new Promise((resolve) => setTimeout(resolve, 1));
    if (performance.now() - begun > 30_000) throw new Error("No user met the old version within 30 s");
  }
}

/** The least that any rollback needs: the file lies there already, untested and unguarded; `nginx -s reload` and the first request. */
async function floorOnce(nginx: RealNginx): Promise<number> {
  const { settings, folder } = nginx;
  await writeFile(settings.file, await firstInclude(settings, Date.now()));
  const begun = performance.now();
  const reload = run("nginx", ["-s", "reload", "-c", join(folder, "nginx.conf"), "-p", dirname(settings.pidFile)]);
  const took = await untilBlue(nginx, begun);
  await reload;
  return took;
}

/** The whole order: lock, fence, write, test, reload. Its probe goes on while the first user already meets the old version. */
async function oursOnce(nginx: RealNginx, driver: NginxTraffic, fence: Fence): Promise<number> {
  const begun = performance.now();
  const order = driver.set({ share: 0, fence });
  const took = await untilBlue(nginx, begun);
  const reply = await order;
  if (reply.kind !== "set") throw new Error(`The rollback failed: ${JSON.stringify(reply)}`);
  return took;
}

type Fence = { release: string; startedAt: number; epoch: number };

/** A rollback from 100 % on the real nginx, beside a bare reload, in turns on the same machine. */
export async function measureRollbackRatio(rounds = 15): Promise<RollbackRatio> {
  const nginx = await startRealNginx();
  const driver = new NginxTraffic(nginx.settings);
  const [floor, ours]: [number[], number[]] = [[], []];
  try {
    for (let round = 0; round < rounds; round += 1) {
      for (const measure of round % 2 === 0 ? ["floor", "ours"] : ["ours", "floor"]) {
        const fence = { release: "bench", startedAt: 1, epoch: round };
        const promoted = await driver.set({ share: 100, fence });
        if (promoted.kind !== "set") throw new Error(`The promote failed: ${JSON.stringify(promoted)}`);
        if (measure === "floor") floor.push(await floorOnce(nginx));
        else ours.push(await oursOnce(nginx, driver, fence));
      }
    }
  } finally {
    await nginx.stop();
  }
  const [floorMs, oursMs] = [median(floor), median(ours)];
  return { floorMs, oursMs, ratio: oursMs / floorMs, rounds };
}
