import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { NginxSettings } from "@/lib/adapters/nginx/nginx-settings";
import { parseHostFile } from "./parse-host-file";

const document = readFileSync(resolve("docs/runner.md"), "utf8");
const text = /```ini\n(?<unit>.*?)\n```/su.exec(document)?.groups?.["unit"] ?? "";

/** Every value of every setting, by `Section.Setting`, in order. */
function settingsOf(unit: string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  let section = "";
  for (const line of unit.split("\n")) {
    section = /^\[(\w+)\]$/u.exec(line)?.[1] ?? section;
    const [, name, value] = /^(\w+)=(.*)$/u.exec(line) ?? [];
    if (name === undefined || value === undefined) continue;
    const key = `${section}.${name}`;
    found.set(key, [...(found.get(key) ?? []), value]);
  }
  return found;
}

const unit = settingsOf(text);
const writable = (unit.get("Service.ReadWritePaths") ?? []).flatMap((value) => value.split(" "));
const mayWrite = (path: string) => writable.some((one) => `${path}/`.startsWith(`${one.replace(/^-/u, "")}/`));

const parsed = parseHostFile("example", readFileSync(resolve("examples/runner.example.yaml"), "utf8"));
const file = parsed.ok ? parsed.file : null;

const tool = "systemd-analyze";

/** What `systemd-analyze verify` says of a unit; null where there is no such tool, or it does not work here. */
function verify(unitText: string): string | null {
  const folder = mkdtempSync(join(tmpdir(), "holdpoint-unit-"));
  writeFileSync(join(folder, "holdpoint-runner.service"), unitText);
  const options = { cwd: folder, encoding: "utf8", timeout: 4_000 } as const;
  const { error, stderr } = spawnSync(tool, ["verify", "--man=no", "./holdpoint-runner.service"], options);
  rmSync(folder, { recursive: true, force: true });
  return error === undefined ? stderr : null;
}
const about = (said: string) => said.split("\n").filter((line) => line.includes("holdpoint-runner.service"));
const complaints = (setting: string) => about(verify(`[Service]\nExecStart=/bin/true\n${setting}`) ?? "").length;
/** It works here when it finds what is wrong in a unit with a slip, and nothing in one without. */
const isVerified = complaints("KillMod=process\n") > 0 && complaints("") === 0;

describe("the unit of the runner", () => {
  it.each([
    ["is tried again for ever", "Unit.StartLimitIntervalSec", "0"],
    ["is tried again however it ended", "Service.Restart", "always"],
    ["leaves keepers alone when it stops", "Service.KillMode", "process"],
    ["outlives a command that takes too much memory", "Service.OOMPolicy", "continue"],
    ["reads its file anew on reload", "Service.ExecReload", "/bin/kill -HUP $MAINPID"],
    ["has a state folder of its own", "Service.StateDirectoryMode", "0700"],
  ])("%s", (_, setting, value) => {
    expect(unit.get(setting)).toEqual([value]);
  });

  it("has its data where the example's file has it, made before the start", () => {
    expect(file?.dataDirectory).toBe(`/var/lib/${unit.get("Service.StateDirectory")?.[0]}`);
  });

  it("starts although a folder that it may write is not there", () => {
    expect(writable.length).toBeGreaterThan(0);
    expect(writable.filter((path) => !path.startsWith("-/"))).toEqual([]);
  });

  it("may write all that the nginx driver, its test and its reload write for the example's proxy", () => {
    const { success, data } = NginxSettings.safeParse(file?.traffic["shop-edge"]?.settings);
    if (!success) throw new Error("The example's proxy is not right.");
    const logs = "/var/log/nginx/error.log";
    for (const path of [dirname(data.file), dirname(data.shadow?.file ?? ""), data.log, logs, dirname(data.pidFile)]) {
      expect(mayWrite(path), path).toBe(true);
    }
  });

  it("may write what the example's actions write, and keeps their temporary files over a restart", () => {
    const written = new Set(
      Object.values(file?.actions ?? {})
        .flatMap(({ command, commands }) => commands ?? (command === undefined ? [] : [command]))
        .flat()
        .flatMap((word) => /^--file=(\/backup\/.*)$/u.exec(word)?.[1] ?? []),
    );
    expect(written.size).toBeGreaterThan(0);
    for (const path of [...written, "/tmp", "/var/tmp"]) expect(mayWrite(path), path).toBe(true);
    expect(unit.has("Service.PrivateTmp")).toBe(false);
  });

  it.runIf(isVerified)("is understood by systemd to the last setting", () => {
    expect(about(verify(text.replaceAll(/\/usr\/bin\/node|\/bin\/kill/gu, process.execPath)) ?? "")).toEqual([]);
  });
});
