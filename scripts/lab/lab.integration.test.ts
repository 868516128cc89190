import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { z } from "zod";
import { NginxTraffic } from "@/lib/adapters/nginx/nginx-traffic";
import { isLabTested } from "./fixtures/lab-tested";
import { type Lab, startLab } from "./start-lab";

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
});
