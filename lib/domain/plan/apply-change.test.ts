import { describe, expect, it } from "vitest";
import { applyChange } from "./apply-change";

const source = "one\ntwo\nthree\n";

describe("applying a proposed change", () => {
  it("puts the text in place of its lines and leaves the others as they are", () =>
    expect(applyChange(source, { lines: { from: 2, to: 2 }, text: "zwei" })).toBe("one\nzwei\nthree\n"));

  it("puts in several lines where there was one", () =>
    expect(applyChange(source, { lines: { from: 2, to: 3 }, text: "a\nb\nc" })).toBe("one\na\nb\nc\n"));

  it("inserts before a line when the lines are empty", () =>
    expect(applyChange(source, { lines: { from: 2, to: 1 }, text: "new" })).toBe("one\nnew\ntwo\nthree\n"));

  it("keeps the document's line ends", () =>
    expect(applyChange("one\r\ntwo\r\n", { lines: { from: 1, to: 1 }, text: "a\nb" })).toBe("a\r\nb\r\ntwo\r\n"));

  it("adds no line end that the document did not have", () =>
    expect(applyChange("one\ntwo", { lines: { from: 2, to: 2 }, text: "zwei" })).toBe("one\nzwei"));

  it("begins a line of its own behind a last line without an end", () =>
    expect(applyChange("one", { lines: { from: 2, to: 1 }, text: "two" })).toBe("one\ntwo"));
});
