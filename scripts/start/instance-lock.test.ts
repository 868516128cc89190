import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { takeDataFolder } from "./instance-lock";
import { findProcessIdentity, startTicks } from "./process-start";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "holdpoint-lock-"));
});

afterEach(async () => {
  await chmod(folder, 0o755);
  await rm(folder, { recursive: true });
});

const url = "http://127.0.0.1:3000";

test("a second start on the same data folder is told who runs there, and leaves the first one's lock alone", async () => {
  const lock = await takeDataFolder(folder, url);
  await expect(takeDataFolder(folder, url)).rejects.toThrow(`process ${process.pid}, ${url}`);
  expect(JSON.parse(await readFile(join(folder, "holdpoint.lock"), "utf8")).pid).toBe(process.pid);
  await lock.release();
  await (await takeDataFolder(folder, url)).release();
  expect(await readdir(folder)).toEqual([]);
});

test("of many starts at once exactly one gets the folder, also when a dead one's lock lies there", async () => {
  await writeFile(join(folder, "holdpoint.lock"), JSON.stringify({ pid: process.pid, identity: "long ago", url }));
  const attempts = await Promise.allSettled(Array.from({ length: 20 }, () => takeDataFolder(folder, url)));
  expect(attempts.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
});

test("a lock that was cut short by a crash does not keep anyone out", async () => {
  await writeFile(join(folder, "holdpoint.lock"), '{"pid": 12');
  await expect(takeDataFolder(folder, url)).resolves.toMatchObject({ orphan: undefined });
});

test("a killed predecessor's server that still runs is named", async () => {
  const server = spawn("sleep", ["60"]);
  const pid = server.pid ?? 0;
  const note = { pid: 1, identity: "gone", url, server: { pid, identity: await findProcessIdentity(pid) } };
  await writeFile(join(folder, "holdpoint.lock"), JSON.stringify(note));
  expect((await takeDataFolder(folder, url)).orphan).toBe(pid);
  server.kill();
  await once(server, "exit");
  expect(await findProcessIdentity(pid)).toBeUndefined();
});

test("a process is known by its beginning, whatever its name looks like", () => {
  const rest = "1 2 3 0 -1 4 5 6 7 8 9 10 11 12 20 0 1 0 987654 0";
  expect(startTicks(`42 (odd) name) S ${rest}`)).toBe("987654");
  expect(startTicks(`42 (node) Z ${rest}`)).toBeUndefined();
});
