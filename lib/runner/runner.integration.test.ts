import { createHash } from "node:crypto";
import { chmodSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { userInfo } from "node:os";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bundleRunner, RunnerStand, until } from "./fixtures/runner-stand";

const SECRET = "correct horse, battery & staple";
const SPLIT =
  "process.stdout.write('a '+process.env.PASS.slice(0,9));setTimeout(()=>process.stdout.write(process.env.PASS.slice(9)+' z'),150)";
const LOUD =
  "const b='x'.repeat(99)+'\\n';let n=0;(function go(){while(n++<500000){if(!process.stdout.write(b)){process.stdout.once('drain',go);return}}process.stdout.write('THE END')})()";

const isRoot = process.getuid?.() === 0;
let entry: string;
let stand: RunnerStand;
const outputOf = (id: string) => stand.server.outputOf(id);
const add = (action: string, values: Record<string, string> = {}) =>
  stand.server.add({ work: { kind: "action", action, arguments: values } });

const ACTIONS = {
  greet: { command: ["sh", "-c", "echo out; echo err >&2; exit 3"] },
  surroundings: { command: ["sh", "-c", "env; pwd; id -un"], workingDirectory: "/tmp", environment: { FIXED: "yes" } },
  slow: { command: ["sleep", "60"], limit: "300ms", grace: "1s" },
  followed: {
    command: ["sh", "-c", 'while true; do echo "line on $TERM"; sleep 0.02; done'],
    limit: "400ms",
    followed: true,
  },
  stubborn: { command: ["sh", "-c", "trap '' TERM; echo ready; while true; do sleep 0.05; done"], grace: "300ms" },
  family: { command: ["sh", "-c", "sleep 300 & echo $!; echo ready; wait"], grace: "1s" },
  leaver: { command: ["sh", "-c", "sleep 300 & echo $!"], grace: "1s" },
  split: { command: [process.execPath, "-e", SPLIT], secrets: { PASS: "password" } },
  loud: { command: [process.execPath, "-e", LOUD], outputCap: "200 kB" },
  louder: { command: [process.execPath, "-e", LOUD] },
  // Root takes another user's part; anybody else can only be himself.
  somebody: {
    command: ["sh", "-c", "id -un; id -G; cat /etc/shadow || echo denied"],
    user: isRoot ? "nobody" : userInfo().username,
  },
  grouped: {
    command: ["sh", "-c", "id -un; id -Gn"],
    user: userInfo().username,
    ...(isRoot ? { group: "daemon" } : {}),
  },
  missing: { command: ["/no/such/program"] },
};

beforeAll(async () => {
  entry = await bundleRunner();
  stand = new RunnerStand(entry);
  writeFileSync(`${stand.folder}/secret`, `${SECRET}\n`, { mode: 0o600 });
  const touch = { command: ["touch", stand.mark("by-a-plan")] };
  await stand.open({ actions: { ...ACTIONS, touch }, secrets: { password: { file: `${stand.folder}/secret` } } });
});
afterAll(async () => {
  await stand.close();
  rmSync(entry, { force: true });
});

/** A process that has ended and was not waited for is no process. */
function isGone(pid: number): boolean {
  return !existsSync(`/proc/${pid}`) || /\) [ZX] /u.test(readFileSync(`/proc/${pid}/stat`, "latin1"));
}

/** The most memory that a process has held so far; 0 = it is gone. */
function peakKb(pid: string | number): number {
  const path = `/proc/${pid}/status`;
  return existsSync(path) ? Number(/VmHWM:\s+(\d+)/u.exec(readFileSync(path, "latin1"))?.[1] ?? 0) : 0;
}

describe("an action of the host", () => {
  it("is run with its output and its exit, and its exact words stand first", async () => {
    const id = add("greet");
    const finish = await stand.finished(id);
    expect(finish).toMatchObject({ outcome: "failed", exitCode: 3, capped: false, refusal: null });
    expect(outputOf(id)).toMatch(/^A step\n\$ sh -c 'echo out; echo err >&2; exit 3'\n\n/u);
    expect(outputOf(id)).toMatch(/out\n/u);
    expect(outputOf(id)).toMatch(/err\n/u);
    expect(finish.bytes).toBe(stand.server.held(id).output.length);
  });

  it("gets the environment of the host's file, and nothing of the runner's own", async () => {
    const id = add("surroundings");
    await stand.finished(id);
    const names = [...outputOf(id).matchAll(/^([A-Za-z_]+)=/gmu)].map(([, name]) => name);
    expect(new Set(names)).toEqual(
      new Set(["PATH", "LANG", "FIXED", "HOLDPOINT_JOB", "HOLDPOINT_RELEASE", "HOLDPOINT_EPOCH", "PWD"]),
    );
    expect(outputOf(id)).toContain(`/tmp\n${userInfo().username}\n`);
  });

  it("runs as the user that the file names, with none of the runner's groups", async () => {
    const id = add("somebody");
    expect(await stand.finished(id)).toMatchObject({ outcome: "succeeded" });
    expect(outputOf(id)).toContain(`\n${isRoot ? "nobody" : userInfo().username}\n`);
    expect(outputOf(id)).toContain("denied\n");
    if (isRoot) expect(outputOf(id)).not.toMatch(/\n(\d+ )*0( |\n)/u);
  });

  it("runs with the group that the file names, also as the runner's own user", async () => {
    const id = add("grouped");
    expect(await stand.finished(id)).toMatchObject({ outcome: "succeeded" });
    expect(outputOf(id)).toContain(`\n\n${userInfo().username}\n`);
    if (isRoot) expect(outputOf(id)).toContain("\ndaemon\n");
  });

  it("is ended at its limit, and a followed one has then come to its good end", async () => {
    const [slow, followed] = [add("slow"), add("followed")];
    expect(await stand.finished(slow)).toMatchObject({ outcome: "timed_out", signal: "SIGTERM" });
    expect(await stand.finished(followed)).toMatchObject({ outcome: "succeeded", signal: "SIGTERM" });
    expect(outputOf(followed)).toContain("\nline on dumb\nline on dumb\n");
  });

  it("that cannot be started says so", async () => {
    const finish = await stand.run("missing");
    expect(finish).toMatchObject({ outcome: "failed", refusal: "cannot_start" });
    expect(finish.says).toContain("ENOENT");
  });

  it("that the file does not have is refused, and so is an argument", async () => {
    expect(await stand.run("other")).toMatchObject({ outcome: "refused", refusal: "unknown_action" });
    expect(await stand.run("greet", { more: "x" })).toMatchObject({ outcome: "refused", refusal: "bad_arguments" });
  });
});

describe("a host that allows no more than its own actions", () => {
  const mark = () => stand.mark("by-a-plan");

  it("runs no command out of a plan, whoever approved it", async () => {
    const text = `touch ${mark()}\n`;
    const planVersionSha256 = "a".repeat(64);
    const approvals = ["wang", "zhao"].map((person) => ({ person, name: person, at: 1, planVersionSha256 }));
    const textSha256 = createHash("sha256").update(text, "utf8").digest("hex");
    const id = stand.server.add({ work: { kind: "script", text, textSha256, planVersionSha256, approvals } });
    expect(await stand.finished(id)).toMatchObject({ outcome: "refused", refusal: "scripts_off", exitCode: null });
    expect(existsSync(mark())).toBe(false);
  });

  it("runs nothing for a label that it does not bear, also when it is offered", async () => {
    const work = { kind: "action" as const, action: "touch", arguments: {} };
    const offered = stand.server.add({ work, labels: ["test", "database"] });
    const finish = await stand.finished(offered);
    expect(finish).toMatchObject({ outcome: "refused", refusal: "labels" });
    expect(finish.says).toContain('"database"');
    expect(existsSync(mark())).toBe(false);
    expect(await stand.finished(stand.server.add({ work, labels: ["test"] }))).toMatchObject({ outcome: "succeeded" });
    expect(existsSync(mark())).toBe(true);
  });
});

describe("a cancel", () => {
  it("ends the whole family of a command", async () => {
    const id = add("family");
    await until("the family lives", () => outputOf(id).includes("ready"));
    stand.server.say(id, "cancel");
    expect(await stand.finished(id)).toMatchObject({ outcome: "cancelled" });
    const child = Number(/\n(\d+)\nready/u.exec(outputOf(id))?.[1]);
    expect(child).toBeGreaterThan(0);
    await until("the child is gone", () => isGone(child));
  });

  it("kills who does not listen", async () => {
    const id = add("stubborn");
    await until("it runs", () => /\nready/u.test(outputOf(id)));
    stand.server.say(id, "cancel");
    expect(await stand.finished(id)).toMatchObject({ outcome: "cancelled", signal: "SIGKILL" });
  });
});

describe("what goes to the server", () => {
  it("says what a command left running, and leaves nothing behind", async () => {
    const id = add("leaver");
    expect(await stand.finished(id)).toMatchObject({ outcome: "succeeded", exitCode: 0 });
    expect(outputOf(id)).toContain("left 1 of its processes running");
    await until("it is gone", () => isGone(Number(/\n(\d+)\n/u.exec(outputOf(id))?.[1])));
  });

  it("holds no secret, also when it comes in two pieces", async () => {
    const id = add("split");
    await stand.finished(id);
    expect(outputOf(id)).toContain("a ••• z");
    expect(outputOf(id)).not.toContain("horse");
    expect(stand.journals().join()).not.toContain("horse");
  });

  it.each([
    ["loud", 200_000],
    ["louder", 10_000_000],
  ])("is capped where 50 MB come, with the end of it kept and the memory flat: %s", async (action, cap) => {
    const id = add(action);
    const peaksKb = { keeper: 0, runner: 0 };
    await until("it has ended", () => {
      const journal = stand.journals().find((one) => one.includes(id)) ?? "";
      const pid = /"kind":"keeper","identity":\{"pid":(\d+)/u.exec(journal)?.[1];
      if (pid !== undefined) peaksKb.keeper = Math.max(peaksKb.keeper, peakKb(pid));
      return stand.server.held(id).finish !== null;
    });
    peaksKb.runner = peakKb(stand.pid);
    const finish = await stand.finished(id);
    expect(finish).toMatchObject({ outcome: "succeeded", capped: true });
    expect(finish.producedBytes).toBeGreaterThan(50_000_000);
    expect(finish.bytes).toBeGreaterThan(cap);
    expect(finish.bytes).toBeLessThan(cap + 20_000);
    expect(stand.server.held(id).output.length).toBe(finish.bytes);
    expect(outputOf(id)).toMatch(/THE END$/u);
    expect(Math.min(peaksKb.keeper, peaksKb.runner)).toBeGreaterThan(0);
    expect(peaksKb.keeper).toBeLessThan(160_000);
    expect(peaksKb.runner).toBeLessThan(220_000);
  });
});

describe("the host's file", () => {
  it("is read anew on SIGHUP, and a bad one changes nothing and says its line", async () => {
    const hellos = stand.server.hellos;
    const good = readFileSync(stand.configPath, "utf8");
    writeFileSync(stand.configPath, good.replace("command:", "comand:"));
    stand.signal("SIGHUP");
    await until("it complains", () => /runner\.yaml line \d+: actions\.greet has no setting "comand"/u.test(stand.log));
    expect(await stand.run("greet")).toMatchObject({ outcome: "failed", exitCode: 3 });
    writeFileSync(stand.configPath, good.replace("- sh\n", "- *.dump\n"));
    stand.signal("SIGHUP");
    await until("it complains of the alias", () => /line \d+: \*\.dump stands for no anchor/u.test(stand.log));
    expect(await stand.run("greet")).toMatchObject({ outcome: "failed", exitCode: 3 });
    writeFileSync(stand.configPath, good.replace("exit 3", "exit 4"));
    stand.signal("SIGHUP");
    await until("it says hello again", () => stand.server.hellos > hellos);
    expect(await stand.run("greet")).toMatchObject({ exitCode: 4 });
    chmodSync(stand.configPath, 0o666);
    stand.signal("SIGHUP");
    await until("it complains of who may write it", () => stand.log.includes("may be changed by others"));
    expect(stand.server.offences).toEqual([]);
  });
});
