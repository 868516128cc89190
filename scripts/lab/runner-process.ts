import { type ChildProcess, spawn } from "node:child_process";
import { chmod, mkdir, open, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { bundle, root } from "../build/bundle.mjs";
import { endKeepers } from "./end-keepers";
import { endProcess } from "./end-process";
import { labHostFile } from "./host-file";
import type { Lab } from "./start-lab";

export type LabRunner = { process: ChildProcess; start(): void; stop(): Promise<void> };

type Wish = { lab: Lab; name: string; server: string; token: string; versions: { green: string; blue: string } };

let entry: Promise<string> | null = null;

/** The runner as one file, made once. */
async function runnerEntry(): Promise<string> {
  const outfile = resolve(root, ".cache/run/lab-runner.mjs");
  await bundle({ entry: resolve(root, "scripts/runner/main.ts"), outfile });
  return outfile;
}

/** A runner on this host with a file, a token and a data folder of its own, all below the lab's folder. */
export async function startLabRunner({ lab, name, server, token, versions }: Wish): Promise<LabRunner> {
  entry ??= runnerEntry();
  const script = await entry;
  const folder = join(lab.folder, name);
  await mkdir(folder, { mode: 0o700 });
  const [config, tokenFile] = [join(folder, "runner.yaml"), join(folder, "token")];
  const { ports, settings } = lab;
  const dataDirectory = join(folder, "data");
  const visit = resolve(root, "scripts/lab/visit.mjs");
  const file = labHostFile({
    name,
    folder: lab.folder,
    ports,
    settings,
    versions,
    server,
    tokenFile,
    dataDirectory,
    visit,
  });
  await writeFile(config, file, { mode: 0o600 });
  await chmod(config, 0o600);
  await writeFile(tokenFile, `${token}\n`, { mode: 0o600 });
  const log = await open(join(folder, "runner.log"), "a", 0o600);
  const launch = () => spawn(process.execPath, [script, "--config", config], { stdio: ["ignore", log.fd, log.fd] });
  const runner: LabRunner = {
    process: launch(),
    start: () => {
      runner.process = launch();
    },
    stop: async () => {
      await endProcess(runner.process);
      await endKeepers(dataDirectory);
      await log.close();
    },
  };
  return runner;
}
