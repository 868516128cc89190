import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { matchesLine, newMatches, unfinishedLine } from "./output-pattern";

const ESC = String.fromCharCode(27);

describe("a pattern in an output", () => {
  it("is words as they are, of whatever case and colour, with anything at a star", () => {
    expect(matchesLine("connection refused", "dial tcp: Connection REFUSED")).toBe(true);
    expect(matchesLine("connection refused", `connection ${ESC}[31mrefused${ESC}[0m`)).toBe(true);
    expect(matchesLine("READONLY * replica", "(error) READONLY You can't write against a read only replica.")).toBe(
      true,
    );
    expect(matchesLine("replica * READONLY", "READONLY You can't write against a read only replica.")).toBe(false);
    expect(matchesLine("a.c", "abc")).toBe(false);
    expect(matchesLine("(a+)+$", "aaaa")).toBe(false);
  });

  it("of nothing but stars and blanks finds nothing", () => {
    for (const empty of ["", "*", " * ** "]) expect(matchesLine(empty, "anything")).toBe(false);
  });

  it("costs a walk along the line, however it is made", () => {
    const line = "a".repeat(4096);
    const started = performance.now();
    for (let round = 0; round < 200; round += 1) matchesLine(`${"a*".repeat(99)}b`, line);
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  it("stays on one line", () => {
    expect(newMatches(["one*two"], { before: "", text: "one\ntwo" })).toEqual([]);
    expect(newMatches(["one*two"], { before: "", text: "x\r\none, then two\n" })).toEqual(["one*two"]);
  });
});

/** What a stream of pieces finds, piece by piece, with no more memory than the line that goes on. */
function stream(pattern: string, pieces: string[]): number {
  let before = "";
  let found = 0;
  for (const text of pieces) {
    found += newMatches([pattern], { before, text }).length;
    before = unfinishedLine(`${before}${text}`);
  }
  return found;
}

describe("an output that comes in pieces", () => {
  it("is found in wherever it is cut", () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat({ max: 60 }), { maxLength: 8 }),
        fc.constantFrom("noise\n", "half a line ", ""),
        fc.constantFrom("\n", " and on\n", ""),
        (cuts, head, tail) => {
          const whole = `${head}FATAL: connection refused by peer${tail}`;
          const at = [0, ...cuts.map((cut) => Math.min(cut, whole.length)), whole.length].toSorted((a, b) => a - b);
          const pieces = at.slice(1).map((end, place) => whole.slice(at[place], end));
          expect(stream("fatal*refused", pieces)).toBe(1);
        },
      ),
    );
  });

  it("is told of once in one line, and again in another", () => {
    expect(stream("refused", ["refu", "sed", " twice refused", "\nrefused\n"])).toBe(2);
  });

  it("keeps no more of a line without an end than patterns are looked for in", () => {
    expect(unfinishedLine("x".repeat(1_000_000)).length).toBe(4096);
  });
});
