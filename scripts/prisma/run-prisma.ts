import { spawn } from "node:child_process";
import { root } from "../build/bundle.mjs";
import { prismaCli, prismaEnvironment } from "./prisma-environment";

export type PrismaRun = { code: number; output: string };

/** Runs one command of Prisma's CLI and returns what it said, without asking or downloading anything. */
export async function runPrisma(args: readonly string[], extra: Record<string, string> = {}): Promise<PrismaRun> {
  const env = await prismaEnvironment({ NO_COLOR: "1", ...extra });
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, [prismaCli, ...args], { cwd: root, env, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text: string) => {
        output += text;
      });
    }
    child.on("error", failed);
    child.on("close", (code) => done({ code: code ?? 1, output }));
  });
}
