import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Counts, countedBand, countedShare } from "./counted-share";

const counts = (green: number, blue: number, more: Partial<Counts> = {}): Counts => ({
  ...{ green, blue, nobody: 0, other: 0 },
  ...more,
});

describe("what a proxy has counted", () => {
  it("agrees with the wanted share within the binomial band, and not outside", () => {
    expect(countedBand(counts(100, 1900), null, 0.05)).toBe("in");
    expect(countedBand(counts(520, 1480), null, 0.25)).toBe("in");
    expect(countedBand(counts(400, 1600), null, 0.05)).toBe("out");
    expect(countedBand(counts(20, 1980), null, 0.25)).toBe("out");
  });

  it("says that a dead canary serves nobody, whoever answered in its place", () => {
    expect(countedBand(counts(0, 1000), null, 0.05)).toBe("out");
    expect(countedBand(counts(0, 20), null, 0.05)).toBe("unknown");
  });

  it("sees within the last minute what an hour before hides", () => {
    const hour = counts(36_000, 684_000);
    const now = counts(36_000, 684_000 + 12_000);
    expect(countedBand(now, null, 0.05)).toBe("in");
    expect(countedBand(now, hour, 0.05)).toBe("out");
  });

  it("bears users that stay on their side: some users more or fewer are no fault", () => {
    expect(countedBand(counts(4_300, 95_700), null, 0.05)).toBe("in");
  });

  it("counts what nobody answered as not served by the new version", () => {
    expect(countedBand(counts(1000, 0, { nobody: 1000 }), null, 1)).toBe("out");
    expect(countedBand(counts(2000, 0), null, 1)).toBe("in");
  });

  it("knows nothing from nothing, and its share is a figure between 0 and 100", () => {
    expect(countedBand(counts(0, 0), null, 0)).toBe("unknown");
    expect(countedShare(counts(0, 0))).toBeNull();
    fc.assert(
      fc.property(fc.nat(), fc.nat(), fc.nat({ max: 50 }), (green, blue, nobody) => {
        const share = countedShare(counts(green, blue, { nobody }));
        expect(share === null || (share >= 0 && share <= 100)).toBe(true);
      }),
    );
  });
});
