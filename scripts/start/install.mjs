// Runs before any package is there: Node's own modules only.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
const lockfile = resolve(root, "package-lock.json");
const stampFile = resolve(root, "node_modules/.holdpoint-install");
// npm writes this file last: an interrupted install does not have it.
const installedFile = resolve(root, "node_modules/.package-lock.json");

function wantedStamp() {
  return createHash("sha256").update(readFileSync(lockfile)).digest("hex");
}

function isInstalled(wanted) {
  if (!existsSync(installedFile)) return false;
  if (existsSync(stampFile)) return readFileSync(stampFile, "utf8") === wanted;
  return statSync(installedFile).mtimeMs >= statSync(lockfile).mtimeMs; // somebody ran npm himself
}

function npmCommand(args) {
  const script = process.env.npm_execpath;
  if (script?.endsWith(".js")) return [process.execPath, [script, ...args]];
  return [process.platform === "win32" ? "npm.cmd" : "npm", args];
}

function runNpm(args) {
  const [command, parameters] = npmCommand(args);
  return new Promise((done, failed) => {
    const child = spawn(command, parameters, { cwd: root, stdio: ["ignore", "ignore", "pipe"] });
    let said = "";
    child.stderr.setEncoding("utf8").on("data", (text) => {
      said += text;
    });
    for (const signal of ["SIGINT", "SIGTERM"]) {
      process.once(signal, () => {
        child.kill(signal);
        process.exit(0);
      });
    }
    child.on("error", failed);
    child.on("close", (code) => {
      process.removeAllListeners("SIGINT").removeAllListeners("SIGTERM");
      if (code === 0) done();
      else failed(new Error(`The packages could not be installed (npm ci ended with ${code}):\n${said.trim()}`));
    });
  });
}

/** Installs exactly what the lockfile names, unless that is what lies in node_modules. */
export async function ensureInstalled() {
  const wanted = wantedStamp();
  if (isInstalled(wanted)) {
    if (existsSync(stampFile)) return;
  } else {
    const started = Date.now();
    console.log("  packages     installing, this takes a minute …");
    // With NODE_ENV=production npm would leave out the tools that the build needs.
    await runNpm(["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"]);
    console.log(`  packages     installed (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  }
  writeFileSync(stampFile, wanted);
}
