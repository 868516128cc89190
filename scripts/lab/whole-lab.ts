import { randomBytes } from "node:crypto";
import { chmod, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../test/free-ports";
import { type Furnished, furnish } from "./furnish";
import { type Holdpoint, startHoldpoint } from "./holdpoint-process";
import { type LabRunner, startLabRunner } from "./runner-process";
import { type Lab, startLab } from "./start-lab";

const VERSIONS = { green: "v1.0.0", blue: "v0.9.0" };
const ADMINISTRATOR = { email: "admin@holdpoint.test", username: "admin" };

export type WholeLab = Furnished & {
  lab: Lab;
  holdpoint: Holdpoint;
  password: string;
  /** A runner beside the first one, if need be by a line of its own. */
  addRunner: (name: string, server?: string) => Promise<LabRunner>;
  stop: () => Promise<void>;
};

/** `isQuiet`: without Holdpoint's own words. `canHang`: the test of nginx' files can be made to hang. */
type Wish = { rate: number; isQuiet: boolean; canHang?: boolean };

/** A shop, its users, its proxy and its Prometheus; Holdpoint by its one command, with people, plan and source; no runner yet. */
export async function startWholeLab({ rate, isQuiet, canHang = false }: Wish): Promise<WholeLab> {
  const password = `lantern ${randomBytes(9).toString("base64url")}`;
  const undo: (() => Promise<void>)[] = [];
  const giveUp = new AbortController();
  const stop = async () => {
    const failed: unknown[] = [];
    for (const step of undo.splice(0).toReversed()) await step().catch((error: unknown) => failed.push(error));
    if (failed.length > 0) throw failed[0];
  };
  try {
    const home = await mkdtemp(join(tmpdir(), "holdpoint-lab-data-"));
    undo.push(() => rm(home, { recursive: true, force: true }));
    await chmod(home, 0o755); // as root, Postgres' own account must be able to enter
    const dataDir = join(home, "data");
    await mkdir(dataDir);
    const administrator = { email: ADMINISTRATOR.email, password };
    const comingLab = startLab({ rate, canHang, ...VERSIONS }).then((started) => {
      undo.push(started.stop);
      return started;
    });
    comingLab.catch(() => giveUp.abort());
    const comingHoldpoint = freePort().then(async (port) => {
      const started = await startHoldpoint({ port, dataDir, administrator, isQuiet, signal: giveUp.signal });
      undo.push(started.stop);
      return started;
    });
    // Where one fails, the other is waited for: what nobody knows of would be left running.
    await Promise.allSettled([comingLab, comingHoldpoint]);
    const [lab, holdpoint] = await Promise.all([comingLab, comingHoldpoint]);
    const furnished = await furnish({
      ...{ address: holdpoint.address, password, versions: VERSIONS },
      administrator: { username: ADMINISTRATOR.username, password },
      prometheus: `http://127.0.0.1:${lab.ports.prometheus}`,
    });
    const addRunner: WholeLab["addRunner"] = async (name, server = holdpoint.address) => {
      const token = await furnished.runnerToken(name);
      const runner = await startLabRunner({ lab, name, server, token, versions: VERSIONS });
      undo.push(runner.stop);
      return runner;
    };
    return { ...furnished, lab, holdpoint, password, addRunner, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
