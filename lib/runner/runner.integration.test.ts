import { rmSync } from "node:fs";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { bundleRunner, RunnerStand, until } from "./fixtures/runner-stand";

let entry: string;
let stand: RunnerStand;

beforeAll(async () => {
  entry = await bundleRunner();
});
afterAll(() => rmSync(entry, { force: true }));
beforeEach(async () => {
  stand = new RunnerStand(entry);
});
afterEach(() => stand.close());

async function open(actions: Record<string, unknown>, rest: Record<string, unknown> = {}): Promise<void> {
  const url = await stand.server.listen();
  stand.describe({ actions, ...rest }, url);
  stand.start();
  await until("the runner has said hello", () => stand.server.hello !== null);
}

const action = (name: string, values: Record<string, string | number | boolean> = {}) => ({
  kind: "action" as const,
  action: name,
  arguments: values,
});

describe("a runner", () => {
  it("runs an action of its host, with its output and its exit", async () => {
    await open({ greet: { command: ["sh", "-c", "echo out; echo err >&2; exit 3"] } });
    const id = stand.server.add({ work: action("greet") });
    const finish = await stand.finished(id);
    expect(finish).toMatchObject({ outcome: "failed", exitCode: 3, capped: false, refusal: null });
    expect(stand.server.outputOf(id)).toContain("$ sh -c 'echo out; echo err >&2; exit 3'");
    expect(stand.server.outputOf(id)).toMatch(/out\n/u);
    expect(stand.server.outputOf(id)).toMatch(/err\n/u);
    expect(finish.bytes).toBe(stand.server.held(id).output.length);
  });
});
