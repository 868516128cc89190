import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { trafficDrivers } from "@/scripts/runner/traffic-drivers";
import { findUser, readHost } from "./host";

const folder = mkdtempSync(join(tmpdir(), "holdpoint-host-"));
const at = (name: string) => join(folder, name);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const GOOD = `name: host
environment: production
server:
  url: https://holdpoint.example
  tokenFile: ${at("token")}
  authority: ${at("authority")}
dataDirectory: ${at("data")}
secrets:
  password: { file: ${at("password")} }
actions:
  list: { command: [ls, /backup] }
traffic:
  edge:
    driver: webhook
    settings:
      name: edge
      url: https://edge.example/share
      secretFile: ${at("webhook")}
`;

function write(name: string, text: string, mode = 0o600): void {
  rmSync(at(name), { force: true });
  writeFileSync(at(name), text);
  chmodSync(at(name), mode);
}

function read(text = GOOD): string {
  write("runner.yaml", text);
  const host = readHost(at("runner.yaml"), trafficDrivers);
  return host.ok ? `right: ${[...host.host.drivers.keys()]}` : host.sentences.join("\n");
}

beforeEach(() => {
  write("token", "hp_runner_0123\n");
  write("authority", "-----BEGIN CERTIFICATE-----\n", 0o644);
  write("password", "correct horse\n", 0o640);
  write("webhook", "0123456789abcdef\n");
});

describe("a host's file on its host", () => {
  it("is right where all that it names is there, and its secrets are nobody else's", () => {
    expect(read()).toBe("right: edge");
  });

  it("with an unquoted pattern of file names is refused by a sentence, and nothing is thrown", () => {
    expect(read(GOOD.replace("/backup", "*.dump"))).toBe(
      "runner.yaml line 11: *.dump stands for no anchor of this file: put it in quotes where it is meant as it is written.",
    );
  });

  it.each(["toString", "constructor", "__proto__", "haproxy"])(
    "that names the driver %s says which there are",
    (name) => {
      expect(read(GOOD.replace("driver: webhook", `driver: ${name}`))).toBe(
        "runner.yaml line 14: traffic.edge.driver must be one of: nginx, nginx-by-hand, manual, webhook.",
      );
    },
  );

  it("is refused where a driver cannot be made at all, and nothing is thrown", () => {
    write("runner.yaml", GOOD);
    const broken = () => {
      throw new Error("no such part");
    };
    const host = readHost(at("runner.yaml"), { webhook: broken });
    expect(host).toMatchObject({ ok: false, sentences: [expect.stringContaining("no such part")] });
  });

  it("is refused without the token, and with more than the token in its file", () => {
    rmSync(at("token"));
    expect(read()).toMatch(/^runner\.yaml line 5: server\.tokenFile cannot be read: ENOENT/u);
    write("token", "hp_runner_0123\nhp_runner_0456\n");
    expect(read()).toBe("runner.yaml line 5: server.tokenFile must name a file with the token in it and nothing else.");
    write("token", "\n");
    expect(read()).toContain("server.tokenFile must name a file with the token in it");
  });

  it("is refused without the authority that the server is believed by", () => {
    rmSync(at("authority"));
    expect(read()).toMatch(/^runner\.yaml line 6: server\.authority cannot be read: ENOENT/u);
  });

  it.each([
    ["token", 0o644, "line 5: server.tokenFile"],
    ["token", 0o602, "line 5: server.tokenFile"],
    ["password", 0o660, "line 9: secrets.password"],
    ["password", 0o604, "line 9: secrets.password"],
    ["webhook", 0o644, "line 18: traffic.edge.settings.secretFile"],
  ])("is refused while the file of its %s has the mode %o", (name, mode, where) => {
    chmodSync(at(name), mode);
    expect(read()).toBe(`runner.yaml ${where} names a file that others may read or change: chmod 600 ${at(name)}.`);
  });
});

/** Three actions of two users, where `id` writes down that it was asked and then does this; how often it was asked. */
function readWithId(does: string): { said: string; asked: number } {
  write("id", `#!/bin/sh\necho "$3" >> ${at("asked")}\n${does}\n`, 0o755);
  write("asked", "");
  vi.stubEnv("PATH", `${folder}:${process.env["PATH"]}`);
  const action = (name: string, user: string) => `  ${name}: { command: [ls], user: ${user} }\n`;
  const actions = action("one", "backup") + action("two", "backup") + action("three", "deploy");
  const said = read(GOOD.replace("traffic:\n", `${actions}traffic:\n`));
  return { said, asked: readFileSync(at("asked"), "utf8").trim().split("\n").length };
}

describe("a user of the host", () => {
  afterEach(() => vi.unstubAllEnvs());

  it("is asked for once in a file, however many actions are his", () => {
    const { said, asked } = readWithId("exit 1");
    expect(said.split("\n")).toEqual([
      expect.stringContaining("actions.one.user is no user"),
      expect.stringContaining("actions.two.user is no user"),
      expect.stringContaining("actions.three.user is no user"),
    ]);
    expect(asked).toBe(2);
  });

  it("is not asked for any more after one answer did not come, and that is said", () => {
    const { said, asked } = readWithId("exec sleep 600");
    expect(said.match(/\.user could not be looked up: this host did not say within 3 s who that is/gu)).toHaveLength(3);
    expect(asked).toBe(1);
  });

  it("is found with his group, and one that is none is not", () => {
    expect(findUser("root", undefined)).toEqual({ name: "root", uid: 0, gid: 0 });
    expect(findUser("root", "root")).toMatchObject({ gid: 0 });
    expect(findUser("no-such-user-here", undefined)).toBeNull();
    expect(findUser("root", "no-such-group-here")).toBeNull();
  });
});
