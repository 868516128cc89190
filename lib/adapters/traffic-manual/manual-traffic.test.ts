import { describe, expect, it } from "vitest";
import { fillText, ManualSettings, ManualTraffic } from "./manual-traffic";

const settings = ManualSettings.parse({
  name: "edge",
  text: "green {{share}}\nblue {{rest}}\n# {{release}} epoch {{epoch}} {{unknown}}",
});
const fence = { release: "r-1\nreload now", startedAt: 1, epoch: 3 };
const driver = new ManualTraffic(settings.name, (order) => fillText(settings.text, order));

describe("traffic by hand", () => {
  it("is the exact text to apply, and a sentence in both languages", async () => {
    const reply = await driver.set({ share: 12.5, fence });
    expect(reply).toMatchObject({
      kind: "to_apply",
      share: 12.5,
      text: "green 12.5\nblue 87.5\n# r-1?reload?now epoch 3 {{unknown}}",
    });
    expect(reply.kind === "to_apply" && reply.sentence.zh.includes("12.5%")).toBe(true);
  });

  it("sees nothing, and says so instead of guessing", async () => {
    for (const seen of [await driver.observe(), await driver.probe(), await driver.drill()]) {
      expect(seen).toMatchObject({ kind: "not_observed" });
    }
  });

  it("refuses an order that makes no sense", async () => {
    expect(await driver.set({ share: -1, fence })).toMatchObject({ kind: "refused", because: "invalid" });
  });
});
