import { describe, expect, it } from "vitest";
import { fill, flattenWords } from "./words";

describe("words without a message library", () => {
  it("are found by their dotted key", () => {
    expect(flattenWords({ a: { b: { c: "x" } }, d: "y" }, "p.")).toEqual({ "p.a.b.c": "x", "p.d": "y" });
  });
  it("take their values, every time a name stands there, and keep unknown names visible", () => {
    expect(fill("{who} → {share}% ({who}) {left}", { who: "赵六", share: 0 })).toBe("赵六 → 0% (赵六) {left}");
  });
  it("never fill a value's own braces again", () => {
    expect(fill("{a} {b}", { a: "{b}", b: "2" })).toBe("{b} 2");
  });
});
