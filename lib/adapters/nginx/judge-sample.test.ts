import { describe, expect, it } from "vitest";
import { judgeSample, sampleSize } from "./judge-sample";
import { type Served, Tally } from "./sides";

function tally(counts: Partial<Record<Served, number>>, version = "v1.0.0"): Tally {
  const made = new Tally();
  for (const side of ["green", "blue", "nobody", "other"] as const) {
    for (let n = 0; n < (counts[side] ?? 0); n += 1) made.add(side, version);
  }
  return made;
}

describe("a probe's sample", () => {
  it.each([1, 5, 25, 50, 95])("is so large at %i of a hundred that a side that serves is in it", (share) => {
    const smaller = Math.min(share, 100 - share) / 100;
    expect((1 - smaller) ** sampleSize(share)).toBeLessThan(1.1e-4);
  });

  it("is fine within the band", () => {
    expect(judgeSample(tally({ green: 5, blue: 95 }), { share: 5 }, null)).toEqual({ kind: "fine" });
    expect(judgeSample(tally({ blue: 12 }), { share: 0 }, null)).toEqual({ kind: "fine" });
    expect(judgeSample(tally({ green: 12 }), { share: 100 }, null)).toEqual({ kind: "fine" });
  });

  it.each([
    [{ blue: 180 }, 5, "green does not serve"],
    [{ blue: 179, nobody: 1 }, 5, "green does not serve"],
    [{ green: 12 }, 0, "blue does not serve"],
    [{ nobody: 12 }, 100, "nobody answers"],
    [{ green: 100, blue: 100 }, 5, "green 100, blue 100 of 200 probes"],
  ])("is wrong with %j at %i of a hundred", (counts, share, words) => {
    const verdict = judgeSample(tally(counts), { share }, null);
    expect(verdict).toMatchObject({ kind: "wrong", detail: expect.stringContaining(words) });
  });

  it("looks again at what may be chance", () => {
    expect(judgeSample(tally({ green: 16, blue: 84 }), { share: 5 }, null)).toEqual({ kind: "again" });
  });

  it("takes v1.0.0 for 1.0.0, and another version for a fault", () => {
    const versions = { green: "1.0.0", blue: null };
    const order = { share: 100, versions };
    expect(judgeSample(tally({ green: 12 }), order, null)).toEqual({ kind: "fine" });
    expect(judgeSample(tally({ green: 12 }, "v1.0.1"), order, null)).toMatchObject({ kind: "wrong" });
  });

  it("on the way back does not hold the old version's name against it", () => {
    const versions = { green: null, blue: "v0.9.0" };
    expect(judgeSample(tally({ blue: 12 }, "v0.9.1"), { share: 0, versions }, null)).toEqual({ kind: "fine" });
  });

  it("by address cannot tell a share, for the probe is one user", () => {
    expect(judgeSample(tally({ blue: 180 }), { share: 5 }, "address")).toEqual({ kind: "fine" });
  });
});
