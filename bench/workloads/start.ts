import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { chmod, cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { root } from "../../scripts/build/bundle.mjs";
import { freePort } from "../../scripts/test/free-ports";
import type { Bench, Workload } from "../harness/bench";
import { type Figure, spreadOf } from "../harness/figures";

const patienceMs = 240_000;

/** Files of the product as they lie here, without what was built; its packages are linked, not copied. */
async function copyProduct(to: string): Promise<void> {
  const listed = execFileSync("git", ["ls-files", "-co", "--exclude-standard"], { cwd: root, encoding: "utf8" });
  const files = listed.split("\n").filter((file) => file !== "" && !file.startsWith("bench/results/"));
  for (const file of files) await cp(resolve(root, file), join(to, file)).catch(() => undefined);
  const packages = [resolve(root, "node_modules"), join(to, "node_modules")];
  try {
    execFileSync("cp", ["-al", ...packages], { stdio: "ignore" });
  } catch {
    // Another file system, or a cp without links: then it is copied after all.
    await rm(join(to, "node_modules"), { recursive: true, force: true });
    execFileSync("cp", ["-R", ...packages]);
  }
}

async function untilFirstPage(address: string, child: ChildProcess): Promise<void> {
  const until = performance.now() + patienceMs;
  while (child.exitCode === null && performance.now() < until) {
    const answer = await fetch(`${address}/sign-in`).catch(() => undefined);
    if (answer?.status === 200 && (await answer.text()).includes("</html>")) return;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error("The product did not show its first page.");
}

/** Seconds from the one command to the first page, whole; the product is stopped again. */
async function startOnce(folder: string, dataDir: string): Promise<number> {
  const port = await freePort();
  const started = performance.now();
  const child = spawn(process.execPath, ["scripts/start.mjs"], {
    cwd: folder,
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, PORT: String(port), HOST: "127.0.0.1", HOLDPOINT_DATA_DIR: dataDir, DATABASE_URL: "" },
  });
  const ended = new Promise((done) => child.once("exit", done));
  try {
    await untilFirstPage(`http://127.0.0.1:${port}`, child);
    return (performance.now() - started) / 1_000;
  } finally {
    child.kill("SIGTERM");
    await ended;
  }
}

/** A fresh copy has to build first, for which a quick run has no time: it starts the built product here. */
async function measureStarts(home: string, { isQuick }: Bench): Promise<Figure[]> {
  const folder = isQuick ? root : join(home, "product");
  const dataDir = join(home, "data");
  if (!isQuick) await copyProduct(folder);
  const first = await startOnce(folder, dataDir);
  const again = await startOnce(folder, dataDir);
  const what = isQuick
    ? "built, with a new database"
    : "a fresh copy: build, new database, migrations; packages are there";
  return [
    { what, unit: "s", value: spreadOf([first]) },
    { what: "the second time", unit: "s", value: spreadOf([again]) },
  ];
}

export const start: Workload = {
  id: "START",
  run: async (bench) => {
    const home = await mkdtemp(join(tmpdir(), "holdpoint-start-"));
    await chmod(home, 0o755); // as root, Postgres' own account must be able to enter
    try {
      const figures = await measureStarts(home, bench);
      const notes = ["Not judged. All cores are free to it."];
      return { id: "START", title: "npm start to the first page", standings: [], figures, faults: [], notes };
    } finally {
      await rm(home, { recursive: true, force: true });
    }
  },
};
