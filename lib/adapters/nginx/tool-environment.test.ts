import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, describe, expect, it, vi } from "vitest";
import { lockFile } from "./file-lock";
import { includeFile } from "./include-file";
import { reloadNginx, testConfiguration } from "./nginx-process";
import { NginxSettings } from "./nginx-settings";

const folder = mkdtempSync(join(tmpdir(), "holdpoint-tools-"));
const at = (name: string) => join(folder, name);
afterAll(() => rmSync(folder, { recursive: true, force: true }));
afterEach(() => vi.unstubAllEnvs());

const settings = NginxSettings.parse({
  ...{ name: "shop", file: at("shop.conf"), mode: { kind: "weights" }, log: at("shop.log"), probe: { port: 18080 } },
  ...{ green: { servers: ["127.0.0.1:8081"] }, blue: { servers: ["127.0.0.1:8082"] } },
  test: ["sh", "-c", `env > ${at("test")}`],
  reload: ["sh", "-c", `env > ${at("reload")}`],
});

describe("the tools of a proxy", () => {
  it("get none of the runner's variables but where programs are", async () => {
    writeFileSync(at("flock"), `#!/bin/sh\nenv > ${at("lock")}\n`);
    chmodSync(at("flock"), 0o755);
    vi.stubEnv("HOLDPOINT_TOKEN", "a-token");
    vi.stubEnv("PATH", `${folder}:${process.env["PATH"]}`);
    const { signal } = new AbortController();
    expect(await testConfiguration(settings, signal)).toEqual({ kind: "ok" });
    expect(await reloadNginx(settings, signal)).toEqual({ kind: "ok" });
    const lock = await lockFile(at("shop.conf.lock"), 1);
    if (lock.kind === "held") await lock.release();
    for (const tool of ["test", "reload", "lock"]) {
      const got = readFileSync(at(tool), "utf8");
      expect(got).not.toContain("a-token");
      expect(got).toContain(`PATH=${folder}:`);
      expect(got).toContain("LANG=C.UTF-8\n");
    }
  });
});

describe("a generated include", () => {
  it("can be read by an nginx of another user, whatever mask the runner has", async () => {
    const before = process.umask(0o077);
    const file = includeFile(settings.file);
    const prepared = await file
      .prepare("upstream shop { server 127.0.0.1:8082; }\n")
      .finally(() => process.umask(before));
    await file.replace(prepared);
    expect(statSync(settings.file).mode & 0o777).toBe(0o644);
  });
});
