import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { deskOfATest, jobOfATest } from "../fixtures/desk-of-a-test";
import { probeLost } from "./probe-lost";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "holdpoint-probe-"));
});
afterEach(() => {
  vi.useRealTimers();
  rmSync(folder, { recursive: true, force: true });
});

function ask(script: string) {
  const actions = { backup: { command: ["true"], probe: ["bash", "-c", script] } };
  const { desk } = deskOfATest({ folder, server: () => null, actions });
  const job = jobOfATest({ work: { kind: "action", action: "backup", arguments: {} } });
  return probeLost(desk, job, folder);
}

/** A process that has ended and was not waited for is no process. */
function isGone(pid: number): boolean {
  return !existsSync(`/proc/${pid}`) || /\) [ZX] /u.test(readFileSync(`/proc/${pid}/stat`, "latin1"));
}

describe("the probe of a lost job", () => {
  it("says whether it has come to its end, and what it wrote", async () => {
    expect(await ask("echo 2.1 GB")).toEqual({ succeeded: true, text: "2.1 GB\n" });
    expect(await ask("echo none >&2; exit 3")).toEqual({ succeeded: false, text: "none\n" });
  });

  it("is killed at its limit with all that it has started", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const started = join(folder, "started");
    const asked = ask(`echo asks; sleep 300 | cat & echo $! > ${started}; wait`);
    await expect.poll(() => existsSync(started) && readFileSync(started, "utf8"), { timeout: 20_000 }).toMatch(/\d\n/u);
    vi.advanceTimersByTime(15_000);
    const probe = await asked;
    expect(probe).toEqual({
      succeeded: false,
      text: expect.stringContaining("It gave no answer in 15 s and was ended."),
    });
    const pid = Number(readFileSync(started, "utf8"));
    await expect.poll(() => isGone(pid), { timeout: 20_000 }).toBe(true);
  });

  it("is not waited for where a process of its own session holds its output open", async () => {
    const probe = await ask("setsid sleep 300 & echo $!");
    expect(probe?.succeeded).toBe(true);
    process.kill(Number(probe?.text.trim()), "SIGKILL");
  });
});
