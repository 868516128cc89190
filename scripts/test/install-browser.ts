import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { promisify } from "node:util";
import { root } from "../build/bundle.mjs";
import { runQuietly } from "../start/run-quietly";
import { findBrowser } from "./browser";

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
}

async function hasNginx(): Promise<boolean> {
  return run("nginx", ["-v"]).then(
    () => true,
    () => false,
  );
}

/**
 * Sees to it that there is a Chromium, a font with Chinese characters, and the nginx that the documented snippet is tested with:
 * by apt where it may, else the browser by Playwright.
 */
export async function installBrowser(): Promise<void> {
  const wanted = [
    ...(findBrowser() === undefined ? ["chromium"] : []),
    ...((await hasChineseFont()) ? [] : ["fontconfig", "fonts-noto-cjk"]),
    ...((await hasNginx()) ? [] : ["nginx-light"]),
  ];
  if (wanted.length === 0) return;
  if (mayUseApt()) return installByApt(wanted);
  if (findBrowser() !== undefined) return; // a missing font spoils pictures, not tests
  const cli = resolve(root, "node_modules/@playwright/test/cli.js");
  const failure = "There is no Chromium or Chrome, and Playwright could not bring one";
  await runQuietly(process.execPath, [cli, "install", "chromium"], { failure });
}
