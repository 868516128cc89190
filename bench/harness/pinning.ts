import { execFileSync } from "node:child_process";
import { availableParallelism } from "node:os";

const serverCore = "0";
const loadCore = "1";

function canPin(): boolean {
  if (availableParallelism() < 2) return false;
  try {
    execFileSync("taskset", ["-cp", String(process.pid)], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

export type Pinning = {
  isPinned: boolean;
  command: (file: string, args: string[]) => { file: string; args: string[] };
};

/** Keeps this process, which makes the load, on one core, and whatever `command` starts on another; where the system can. */
export function pinLoad(): Pinning {
  if (!canPin()) return { isPinned: false, command: (file, args) => ({ file, args }) };
  execFileSync("taskset", ["-acp", loadCore, String(process.pid)], { stdio: "ignore" });
  return {
    isPinned: true,
    command: (file, args) => ({ file: "taskset", args: ["-c", serverCore, file, ...args] }),
  };
}
