import { spawn } from "node:child_process";
import { root } from "../build/bundle.mjs";

/** Runs a command whose words everyone may see; returns its exit code. */
export function runAloud(command: string, args: readonly string[], env: Record<string, string> = {}): Promise<number> {
  return new Promise((done, failed) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: ["ignore", "inherit", "inherit"],
      env: { ...process.env, ...(process.stdout.isTTY ? {} : { NO_COLOR: "1" }), ...env },
    });
    child.on("error", failed);
    child.on("close", (code) => done(code ?? 1));
  });
}
