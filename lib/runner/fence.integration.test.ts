import { createHash } from "node:crypto";
import { rmSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { JobWork, RunnerJob } from "@/lib/contracts/runner";
import { bundleRunner, RunnerStand, until } from "./fixtures/runner-stand";

let entry: string;
let stand: RunnerStand;
const marker = (name: string) => ["sh", "-c", 'echo x >> "$1"', "sh", stand.mark(name)];
const waitFor = (name: string) => [
  "sh",
  "-c",
  'echo waits; until [ -e "$1" ]; do sleep 0.02; done',
  "sh",
  stand.mark(name),
];
const work = (action: string): JobWork => ({ kind: "action", action, arguments: {} });
const add = (action: string, rest: Partial<RunnerJob> = {}) => stand.server.add({ work: work(action), ...rest });

beforeAll(async () => {
  entry = await bundleRunner();
  stand = new RunnerStand(entry);
  await stand.open({
    planScripts: "allow",
    scripts: { limit: "2s" },
    slots: { ordinary: 2, rollback: 1 },
    actions: {
      touch: { command: marker("touched") },
      chain: { commands: [marker("first"), waitFor("go"), marker("last")] },
      whole: { commands: [marker("one"), marker("two"), marker("three")] },
      failing: { commands: [marker("before"), ["false"], marker("after")] },
      busy: { command: waitFor("enough") },
      rescue: { command: marker("rescued") },
    },
  });
});
afterAll(async () => {
  await stand.close();
  rmSync(entry, { force: true });
});

describe("the fence", () => {
  it("stops a chain of commands before its next effect", async () => {
    const id = add("chain", { releaseId: "r-chain" });
    await until("the second command runs", () => stand.server.outputOf(id).includes("\nwaits\n"));
    stand.server.raise("r-chain", 1);
    writeFileSync(stand.mark("go"), "");
    const finish = await stand.finished(id);
    expect(finish).toMatchObject({ outcome: "cancelled" });
    expect(finish.says).toContain("before command 3 of 3");
    expect(stand.marked("first")).toBe("x\n");
    expect(stand.marked("last")).toBe("");
  });

  it("lets a chain of the present epoch run through, and ends it at its first failure", async () => {
    expect(await stand.finished(add("whole"))).toMatchObject({ outcome: "succeeded" });
    expect(["one", "two", "three"].map((name) => stand.marked(name))).toEqual(["x\n", "x\n", "x\n"]);
    expect(await stand.finished(add("failing"))).toMatchObject({ outcome: "failed", exitCode: 1 });
    expect(stand.marked("before")).toBe("x\n");
    expect(stand.marked("after")).toBe("");
  });

  it("is on the runner's side too: a job older than one that was seen is refused although the server would let it", async () => {
    await stand.finished(add("touch", { releaseId: "r-old", epoch: 5 }));
    const before = stand.marked("touched");
    const old = await stand.finished(add("touch", { releaseId: "r-old", epoch: 4 }));
    expect(old).toMatchObject({ outcome: "refused", refusal: "old_epoch" });
    await stand.kill();
    stand.start();
    const again = await stand.finished(add("touch", { releaseId: "r-old", epoch: 4 }));
    expect(again).toMatchObject({ outcome: "refused", refusal: "old_epoch" });
    expect(stand.marked("touched")).toBe(before);
  });
});

describe("the rollback's slot", () => {
  it("is free while every ordinary one is taken", async () => {
    const busy = [add("busy"), add("busy"), add("busy")];
    await until(
      "both ordinary slots are taken",
      () => busy.filter((id) => stand.server.outputOf(id).includes("\nwaits\n")).length === 2,
    );
    const rescue = add("rescue", { lane: "rollback", purpose: "rollback_step" });
    expect(await stand.finished(rescue)).toMatchObject({ outcome: "succeeded" });
    expect(busy.filter((id) => stand.server.held(id).startedBy !== null)).toHaveLength(2);
    writeFileSync(stand.mark("enough"), "");
    for (const id of busy) expect(await stand.finished(id)).toMatchObject({ outcome: "succeeded" });
  });
});

describe("commands out of a plan", () => {
  const version = "a".repeat(64);
  const sha256 = (text: string) => createHash("sha256").update(text, "utf8").digest("hex");
  const approved = (person: string, planVersionSha256 = version) => ({
    person,
    name: person,
    at: 1,
    planVersionSha256,
  });
  const script = (text: string, rest: Partial<Extract<JobWork, { kind: "script" }>> = {}) =>
    stand.server.add({
      work: {
        kind: "script",
        text,
        textSha256: sha256(text),
        planVersionSha256: version,
        approvals: [approved("wang"), approved("zhao")],
        ...rest,
      },
    });

  it("run through bash that ends at the first error, with the exact text shown first", async () => {
    const text = 'for db in a b; do\n  echo "dump $db"\ndone\nfalse | true\necho never\n';
    const id = script(text);
    expect(await stand.finished(id)).toMatchObject({ outcome: "failed", exitCode: 1 });
    const output = stand.server.outputOf(id);
    expect(output.indexOf(text)).toBeGreaterThan(0);
    expect(output.slice(output.indexOf(text) + text.length)).toBe("\n\ndump a\ndump b\n");
    const unset = script('echo "$NOT_SET"');
    expect(await stand.finished(unset)).toMatchObject({ outcome: "failed" });
  });

  it("that never end are followed and given an end, and configuration among them is shown, not run", async () => {
    const followed = script(`echo line > ${stand.mark("log")}\ntail -n 5 -f ${stand.mark("log")}\n`);
    expect(await stand.finished(followed)).toMatchObject({ outcome: "succeeded", signal: "SIGTERM" });
    expect(stand.server.outputOf(followed)).toContain("\nline\n");
    const watched = script("cd /tmp\nwatch -n 0.1 'echo it is $((40 + 2)); false'\n");
    expect(await stand.finished(watched)).toMatchObject({ outcome: "succeeded", signal: "SIGTERM" });
    expect(stand.server.outputOf(watched)).toMatch(
      /^\d\d:\d\d:\d\d {2}echo it is \$\(\(40 \+ 2\)\); false\nit is 42\n/mu,
    );
    const text = `upstream shop {\n  server a:1;\n}\ntouch ${stand.mark("configured")}\n`;
    expect(await stand.finished(script(text))).toMatchObject({ outcome: "refused", refusal: "not_commands" });
    expect(stand.marked("configured")).toBe("");
  });

  it("are refused with one approver, with approvals of another version, and when the text was altered", async () => {
    const alone = script("echo x", { approvals: [approved("wang"), approved("wang")] });
    expect(await stand.finished(alone)).toMatchObject({ outcome: "refused", refusal: "not_approved" });
    const other = script("echo x", { approvals: [approved("wang"), approved("zhao", "b".repeat(64))] });
    expect(await stand.finished(other)).toMatchObject({ outcome: "refused", refusal: "not_approved" });
    const altered = script("echo x", { textSha256: sha256("echo y") });
    expect(await stand.finished(altered)).toMatchObject({ outcome: "refused", refusal: "altered_text" });
  });
});
