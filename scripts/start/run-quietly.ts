import { spawn } from "node:child_process";
import { root } from "../build/bundle.mjs";

export type QuietRun = { failure: string; env?: Record<string, string>; signal?: AbortSignal };

/** Runs a command without showing what it says, unless it fails: then that is the error's text. */
export function runQuietly(
  command: string,
  args: readonly string[],
  { failure, env, signal }: QuietRun,
): Promise<string> {
  return new Promise((done, failed) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, NO_COLOR: "1", FORCE_COLOR: "0", ...env },
      stdio: ["ignore", "pipe", "pipe"],
      ...(signal === undefined ? {} : { signal }),
    });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text: string) => {
        said += text;
      });
    }
    child.on("error", failed);
    child.on("close", (code) => {
      if (code === 0) done(said);
      else failed(new Error(`${failure}:\n${said.trim()}`));
    });
  });
}
