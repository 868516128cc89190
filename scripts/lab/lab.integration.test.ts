import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { z } from "zod";
import { NginxTraffic } from "@/lib/adapters/nginx/nginx-traffic";
import { freePort } from "../test/free-ports";
import { bringBack } from "./bring-back";
import { endProcess } from "./end-process";
import { isLabTested } from "./fixtures/lab-tested";
import { type Lab, startLab } from "./start-lab";
import { startTool, untilAnswers } from "./start-tool";

const Instant = z.object({
  data: z.object({ result: z.array(z.object({ value: z.tuple([z.number(), z.string()]) })) }),
});

describe.runIf(isLabTested)("the lab", () => {
  let lab: Lab;
  beforeAll(async () => {
    lab = await startLab({ rate: 200, green: "v1.0.0", blue: "v0.9.0" });
  });
  afterAll(() => lab.stop());

  async function measured(query: string): Promise<number> {
    const url = `http://127.0.0.1:${lab.ports.prometheus}/api/v1/query?query=${encodeURIComponent(query)}`;
    const { data } = Instant.parse(await (await fetch(url)).json());
    return Number(data.result[0]?.value[1] ?? Number.NaN);
  }

  test("has users on the old version alone, until traffic is set; then both are measured", async () => {
    await vi.waitFor(async () => expect((await lab.stats()).versions["v0.9.0"]?.answers).toBeGreaterThan(50), 10_000);
    expect(Object.keys((await lab.stats()).versions)).toEqual(["v0.9.0"]);
    const driver = new NginxTraffic(lab.settings);
    const fence = { release: "lab", startedAt: 1, epoch: 1 };
    expect(await driver.set({ share: 50, fence })).toMatchObject({ kind: "set", share: 50 });
    await lab.fault("green", { errors: 1 });
    await vi.waitFor(
      async () => {
        expect(await measured('http_requests_total{version="v1.0.0",code="500"}')).toBeGreaterThan(0);
        expect(await measured('http_requests_total{version="v0.9.0",code="200"}')).toBeGreaterThan(0);
      },
      { timeout: 20_000, interval: 200 },
    );
    expect(await driver.set({ share: 0, fence: { ...fence, epoch: 2 } })).toMatchObject({ kind: "set", share: 0 });
    const { versions, unanswered } = await lab.stats();
    expect(versions["v1.0.0"]?.errors).toBeGreaterThan(0);
    expect(versions["v0.9.0"]?.errors).toBe(0);
    expect(unanswered).toBe(0);
  });

  test("starts a version again some time after its death, and then no more", async () => {
    const said: string[] = [];
    const letDie = bringBack(lab, { afterMs: 50, say: (sentence) => said.push(sentence) });
    const first = lab.processes.green;
    await lab.fault("green", { dead: true });
    await vi.waitFor(() => expect(said.at(-1)).toBe("green is there again."), 20_000);
    expect(said[0]).toContain("green is dead");
    expect(lab.processes.green).not.toBe(first);
    expect((await fetch(`http://127.0.0.1:${lab.ports.green}/health`)).ok).toBe(true);
    letDie();
    await endProcess(lab.processes.green);
    expect(said).toHaveLength(2);
    await lab.revive("green");
  });
});

describe.runIf(isLabTested)("a server that does not come up", () => {
  test("is quoted at once, with what it said last", async () => {
    const folder = await mkdtemp(join(tmpdir(), "holdpoint-broken-"));
    const file = join(folder, "nginx.conf");
    await writeFile(file, `pid ${folder}/nginx.pid; error_log stderr; daemon off; no_such_directive on;`);
    const tool = startTool(folder, "nginx", "-c", file, "-p", folder);
    const url = `http://127.0.0.1:${await freePort()}/`;
    await expect(untilAnswers(url, tool)).rejects.toThrow(
      /^nginx has ended, so nobody answers at .*unknown directive "no_such_directive"/su,
    );
    await rm(folder, { recursive: true });
  });

  test("that is not on this machine is named", async () => {
    const folder = await mkdtemp(join(tmpdir(), "holdpoint-missing-"));
    const tool = startTool(folder, "no-such-server");
    await expect(untilAnswers(`http://127.0.0.1:${await freePort()}/`, tool)).rejects.toThrow(
      /^no-such-server has ended/u,
    );
    await endProcess(tool.process);
    await rm(folder, { recursive: true });
  });
});
