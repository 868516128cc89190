import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { leaveServicesOff } from "./leave-services-off";

const folder = mkdtempSync(join(tmpdir(), "holdpoint-services-"));
afterAll(() => rmSync(folder, { recursive: true }));

function systemctl(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, `#!/bin/sh\n${text}\n`);
  chmodSync(path, 0o755);
  return path;
}

test("services that come with freshly installed packages are stopped, stay off at the next boot, and that is said", async () => {
  const asked = join(folder, "asked");
  const host = { systemctl: systemctl("works", `echo "$@" > ${asked}`), isSystemd: true };
  const said = await leaveServicesOff(["chromium", "nginx-light", "prometheus"], host);
  expect(readFileSync(asked, "utf8")).toBe("disable --now nginx.service prometheus.service\n");
  expect(said).toBe(
    "nginx.service and prometheus.service came with the packages and are switched off: only the programs are used here.",
  );
});

test("services that could not be stopped are named with the command that stops them", async () => {
  const host = { systemctl: systemctl("fails", "echo no bus >&2; exit 1"), isSystemd: true };
  const said = await leaveServicesOff(["prometheus"], host);
  expect(said).toContain("no bus");
  expect(said).toContain("To stop them: systemctl disable --now prometheus.service");
});

test("where no systemd runs, or no service came, nothing is asked of anybody", async () => {
  const systemctlNobodyHas = join(folder, "none");
  expect(await leaveServicesOff(["nginx-light"], { systemctl: systemctlNobodyHas, isSystemd: false })).toBeNull();
  expect(await leaveServicesOff(["fonts-noto-cjk"], { systemctl: systemctlNobodyHas, isSystemd: true })).toBeNull();
});
