// npm run prisma -- <arguments>: Prisma's own CLI, in the environment in which it works here.
import { spawn } from "node:child_process";
import { prismaCli, prismaEnvironment } from "./prisma-environment";

const child = spawn(process.execPath, [prismaCli, ...process.argv.slice(2)], {
  stdio: "inherit",
  env: await prismaEnvironment(),
});
child.on("exit", (code, signal) => {
  process.exitCode = signal === null ? (code ?? 1) : 1;
});
