import { execFile, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, resolve } from "node:path";
import { promisify } from "node:util";
import { root } from "../build/bundle.mjs";
import { runQuietly } from "../start/run-quietly";
import { findBrowser } from "./browser";
import { leaveServicesOff } from "./leave-services-off";
import { howToBring, missingParts } from "./missing-parts";

const run = promisify(execFile);

function mayUseApt(): boolean {
  return process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");
}

async function hasChineseFont(): Promise<boolean> {
  return run("fc-list", [":lang=zh", "family"]).then(
    ({ stdout }) => stdout.trim() !== "",
    () => false,
  );
}

async function installByApt(packages: readonly string[]): Promise<void> {
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  await runQuietly("apt-get", ["update", "-q"], { failure: "The package lists could not be read", env });
  const args = ["install", "-y", "-q", "--no-install-recommends", ...packages];
  await runQuietly("apt-get", args, { failure: `Could not install ${packages.join(" and ")}`, env });
  const said = await leaveServicesOff(packages);
  if (said !== null) process.stdout.write(`  ${said}\n`);
}

/** What the tests talk to for real: command → Debian package. */
const REAL_PARTS = {
  nginx: "nginx-light",
  prometheus: "prometheus",
  "prometheus-alertmanager": "prometheus-alertmanager",
} as const;

function isMissing(command: string): boolean {
  return spawnSync(command, ["--version"], { stdio: "ignore" }).error !== undefined;
}

/** Debian keeps servers where an ordinary account does not look for commands. */
function lookWhereServersLie(): void {
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  const more = ["/usr/local/sbin", "/usr/sbin"].filter((folder) => !folders.includes(folder));
  process.env["PATH"] = [...folders, ...more].join(delimiter);
}

/** Brings commands (command → Debian package) that are not here; answers which packages it may not bring. */
export async function bringParts(parts: Readonly<Record<string, string>>): Promise<string[]> {
  lookWhereServersLie();
  const wanted = Object.entries(parts).flatMap(([command, name]) => (isMissing(command) ? [name] : []));
  if (wanted.length === 0 || !mayUseApt()) return wanted;
  process.stdout.write(`  installing ${wanted.join(" and ")} …\n`);
  await installByApt(wanted);
  return [];
}

/**
 * Sees to it that there is a Chromium, a font with Chinese characters, and the real nginx, Prometheus and Alertmanager that the
 * tests talk to: by apt where it may, else the browser by Playwright, and the rest is named.
 */
export async function installRealParts(): Promise<void> {
  lookWhereServersLie();
  const wanted = [
    ...(findBrowser() === undefined ? ["chromium"] : []),
    ...((await hasChineseFont()) ? [] : ["fontconfig", "fonts-noto-cjk"]),
    ...Object.entries(REAL_PARTS).flatMap(([command, name]) => (isMissing(command) ? [name] : [])),
  ];
  if (wanted.length === 0) return;
  if (mayUseApt()) return installByApt(wanted);
  const others = wanted.filter((name) => name !== "chromium");
  if (others.length > 0) process.stderr.write(`\n${missingParts(others)}\n\n`);
  if (findBrowser() !== undefined) return;
  const cli = resolve(root, "node_modules/@playwright/test/cli.js");
  const failure = `There is no Chromium or Chrome, and Playwright could not bring one. ${howToBring(["chromium"])}`;
  await runQuietly(process.execPath, [cli, "install", "chromium"], { failure });
}
