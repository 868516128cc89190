import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { FaultProxy } from "./fixtures/fault-proxy";
import { bundleRunner, RunnerStand, until } from "./fixtures/runner-stand";

const LINES = 40;
const COUNT = `echo begin >> "$1"; i=0; while [ $i -lt ${LINES} ]; do i=$((i+1)); echo "line $i"; sleep 0.01; done; echo end >> "$1"`;
const expected = Array.from({ length: LINES }, (_, index) => `line ${index + 1}\n`).join("");

let entry: string;
let stand: RunnerStand;
let proxy: FaultProxy;
let url: string;

beforeAll(async () => {
  entry = await bundleRunner();
});
afterAll(() => rmSync(entry, { force: true }));
beforeEach(async () => {
  stand = new RunnerStand(entry);
  await stand.server.listen();
  proxy = new FaultProxy(stand.server.port);
  url = await proxy.listen();
  const slot = `\${name}`;
  const name = { type: "string", pattern: "[a-z0-9-]+" };
  stand.describe(
    {
      slots: { ordinary: 8, rollback: 1 },
      actions: {
        count: { command: ["sh", "-c", COUNT, "sh", `${stand.folder}/marks/${slot}`], arguments: { name } },
        wait: {
          command: ["sh", "-c", 'echo begin >> "$1"; echo ready; exec sleep 300', "sh", stand.mark("waits")],
          probe: ["cat", stand.mark("waits")],
        },
      },
    },
    url,
  );
});
afterEach(async () => {
  await proxy.close();
  await stand.close();
});

const count = (name: string) =>
  stand.server.add({ id: name, work: { kind: "action", action: "count", arguments: { name } } });

/** Once at most, wholly or not at all, and all of its output there. */
async function expectWhole(id: string): Promise<void> {
  const finish = await stand.finished(id);
  if (finish.outcome === "refused") return expect(stand.marked(id)).toBe("");
  expect({ id, outcome: finish.outcome, marks: stand.marked(id) }).toEqual({
    id,
    outcome: "succeeded",
    marks: "begin\nend\n",
  });
  expect(stand.server.outputOf(id).endsWith(`\n\n${expected}`)).toBe(true);
}

/** Keepers of this stand's jobs that still live. */
function keepers(): string[] {
  const pids = stand.journals().flatMap((one) => /"kind":"keeper","identity":\{"pid":(\d+)/u.exec(one)?.[1] ?? []);
  const living = new Set(readdirSync("/proc"));
  return pids.filter((pid) => living.has(pid) && !/\) [ZX] /u.test(readFileSync(`/proc/${pid}/stat`, "latin1")));
}

/** Random moments, many of them, are tried on the real server: lib/server/runner-faults.integration.test.ts. */
describe("kill -9", () => {
  it("of a job's keeper: it is lost, with the probe's answer, what lives is left alone, and nothing is run again", async () => {
    stand.start();
    const id = stand.server.add({ work: { kind: "action", action: "wait", arguments: {} } });
    await until("it runs", () => stand.server.outputOf(id).includes("\nready\n"));
    const [keeper] = keepers();
    process.kill(Number(keeper), "SIGKILL");
    const finish = await stand.finished(id);
    expect(finish).toMatchObject({ outcome: "lost", exitCode: null, probe: { succeeded: true, text: "begin\n" } });
    const pid = Number(/Its process (\d+) still runs/u.exec(finish.says)?.[1]);
    process.kill(pid, "SIGKILL");
    expect(stand.marked("waits")).toBe("begin\n");
  });

  it("of the runner leaves a job that the next life can still cancel", async () => {
    stand.start();
    const id = stand.server.add({ work: { kind: "action", action: "wait", arguments: {} } });
    await until("it runs", () => stand.server.outputOf(id).includes("\nready\n"));
    await stand.kill();
    stand.server.say(id, "cancel");
    stand.start();
    expect(await stand.finished(id)).toMatchObject({ outcome: "cancelled", signal: "SIGTERM" });
    expect(stand.marked("waits")).toBe("begin\n");
  });
});

describe("a bad line to the server", () => {
  it("does not end a job: it goes on, and what it wrote is delivered when the line is back", async () => {
    stand.start();
    const id = count("offline");
    await until("it runs", () => stand.server.outputOf(id).includes("\nline 1\n"));
    proxy.set({ kind: "cut" });
    await until("it has ended on its host", () => stand.marked(id) === "begin\nend\n");
    expect(stand.server.held(id).finish).toBe(null);
    proxy.set({ kind: "none" });
    await expectWhole(id);
  });

  it("that refuses the token is said, and is mended by a new one without a restart", async () => {
    stand.server.refuseToken = true;
    writeFileSync(`${stand.folder}/token`, "wrong");
    stand.start();
    await until("it says so", () => stand.log.includes("refuses this runner: This token is not known."));
    stand.server.refuseToken = false;
    writeFileSync(`${stand.folder}/token`, "runner-token-of-a-test\nand a second line\n");
    await expectWhole(count("after"));
  });
});
