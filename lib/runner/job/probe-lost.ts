import { type SpawnOptions, spawn } from "node:child_process";
import type { RunnerJob } from "@/lib/contracts/runner";
import type { JobEnd } from "../journal/journal";
import { createMask } from "../keeper/mask";
import { onlyEnvironment } from "../keeper/only-environment";
import type { Desk } from "./desk";
import { prepareJob } from "./prepare-job";

const LIMIT_MS = 15_000;
const TEXT_MAX = 4000;

/** Asks, without changing anything, what has come of a job whose end nobody saw. Null = this host has no way to ask. */
export async function probeLost(desk: Desk, job: RunnerJob, folder: string): Promise<JobEnd["probe"]> {
  const prepared = prepareJob(desk.host(), job, folder);
  if (prepared.kind === "traffic") {
    const standing = await prepared.driver.probe();
    return { succeeded: standing.kind === "standing", text: JSON.stringify(standing).slice(0, TEXT_MAX) };
  }
  if (prepared.kind !== "keeper" || prepared.probe === null) return null;
  const { order, probe } = prepared;
  const [program = "", ...rest] = probe;
  const options: SpawnOptions = {
    cwd: order.workingDirectory,
    env: onlyEnvironment(order.environment),
    timeout: LIMIT_MS,
    killSignal: "SIGKILL",
    stdio: ["ignore", "pipe", "pipe"],
    ...(order.identity ?? {}),
  };
  const child = spawn(program, rest, options);
  const mask = createMask(order.secrets);
  let text = "";
  const take = (chunk: Buffer) => {
    text = (text + mask.push(chunk).toString("utf8")).slice(-TEXT_MAX);
  };
  child.stdout?.on("data", take);
  child.stderr?.on("data", take);
  const succeeded = await new Promise<boolean>((resolve) => {
    child.once("error", (error) => {
      text += error.message;
      resolve(false);
    });
    child.once("close", (code) => resolve(code === 0));
  });
  text += mask.end().toString("utf8");
  return { succeeded, text: Buffer.from(text.replaceAll("\0", "").slice(-TEXT_MAX), "utf8").toString("utf8") };
}
