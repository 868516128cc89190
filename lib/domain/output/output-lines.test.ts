import { describe, expect, it } from "vitest";
import { OutputLines } from "./output-lines";
import { contrast, inkFor, readableOn } from "./readable-colour";
import { holds, spansOf } from "./row-spans";
import { plainText } from "./terminal-text";
import { PLAIN, styleAfter } from "./text-style";

const E = "\u001b";
const bytes = (text: string) => new TextEncoder().encode(text);

function read(...pieces: string[]): OutputLines {
  const lines = new OutputLines();
  for (const piece of pieces) lines.append(bytes(piece));
  return lines;
}

function texts(lines: OutputLines): string[] {
  return Array.from({ length: lines.count }, (_, index) => plainText(lines.row(index)?.text ?? ""));
}

describe("output as rows", () => {
  it("is the same in whichever pieces it came, characters and sequences cut in two included", () => {
    const all = bytes(`first\r\n${E}[1;31m红色 😀 red${E}[0m\n\nlast without end`);
    for (let cut = 1; cut < all.length; cut += 1) {
      const lines = new OutputLines();
      lines.append(all.subarray(0, cut));
      lines.append(all.subarray(cut));
      expect(texts(lines)).toEqual(["first", "红色 😀 red", "", "last without end"]);
      expect(lines.bytes).toBe(all.length);
    }
  });

  it("shows the newest of a line that is drawn over and over", () => {
    expect(texts(read("10 %\r20 %\r", "30 %\r"))).toEqual(["30 %"]);
    expect(texts(read("10 %\r", "99 %\r\ndone\n"))).toEqual(["99 %", "done"]);
  });

  it("carries a colour from row to row until it is taken back", () => {
    const lines = read(`${E}[32mgreen\nstill${E}[39m no more\nplain\n`);
    expect(lines.row(0)?.style).toEqual(PLAIN);
    expect(lines.row(1)?.style.ink).toEqual({ kind: "named", index: 2 });
    expect(lines.row(2)?.style.ink).toBeNull();
  });

  it("of one endless line is many rows, and loses nothing", () => {
    const long = `${"x".repeat(1_990)}${E}[38;5;196mred${"y".repeat(9_000)}`;
    const lines = read(long, "\n", long);
    expect(lines.count).toBeGreaterThan(8);
    expect(texts(lines).join("")).toBe(plainText(long).repeat(2));
  });

  it("keeps the newest rows where there are too many, and says how many went", () => {
    const lines = new OutputLines(10);
    for (let line = 0; line < 100; line += 1) lines.append(bytes(`${line}\n`));
    expect(lines.count).toBeLessThanOrEqual(13);
    expect(lines.row(0)?.text).toBe(String(lines.dropped));
    expect(lines.row(lines.count - 1)?.text).toBe("99");
  });
});

describe("a row as it is drawn", () => {
  it("marks what is searched for across a change of colour, and changes no letter", () => {
    const row = { text: `an Er${E}[31mror, another ERROR`, style: PLAIN };
    const spans = spansOf(row, "error");
    expect(spans.map(({ text }) => text).join("")).toBe("an Error, another ERROR");
    expect(spans.filter(({ hit }) => hit).map(({ text }) => text)).toEqual(["Er", "ror", "ERROR"]);
    expect(spans[2]?.style.ink).toEqual({ kind: "named", index: 1 });
    expect(holds(row, "error")).toBe(true);
    expect(holds(row, "[31m")).toBe(false);
  });

  it("is marked nowhere when lower case would shift its letters", () => {
    expect(spansOf({ text: "İİ error", style: PLAIN }, "error").some(({ hit }) => hit)).toBe(false);
  });
});

describe("a style", () => {
  it("is switched, coloured by name, by number and exactly, and taken back", () => {
    const style = styleAfter(PLAIN, "1;3;4;38;5;208;48;2;1;2;3");
    expect(style).toMatchObject({ bold: true, italic: true, underline: true });
    expect(style.ink).toEqual({ kind: "exact", rgb: [255, 135, 0] });
    expect(style.ground).toEqual({ kind: "exact", rgb: [1, 2, 3] });
    expect(styleAfter(style, "22;23;24;39;49")).toEqual(PLAIN);
    expect(styleAfter(style, "")).toEqual(PLAIN);
    expect(styleAfter(PLAIN, "95").ink).toEqual({ kind: "named", index: 13 });
    expect(styleAfter(PLAIN, "38;5;244").ink).toEqual({ kind: "exact", rgb: [128, 128, 128] });
  });

  it("that means nothing changes nothing", () => {
    for (const parameters of ["38", "38;9;9", "999", "x", "38;2", ";;;58"]) {
      expect(Object.keys(styleAfter(PLAIN, parameters))).toEqual(Object.keys(PLAIN));
    }
    expect(styleAfter({ ...PLAIN, bold: true }, "999").bold).toBe(true);
  });
});

describe("a colour", () => {
  it("can be read on every ground, and stays itself where it can be", () => {
    const grounds = [[11, 15, 20] as const, [255, 255, 255] as const, [128, 128, 128] as const];
    for (const ground of grounds) {
      for (const part of [0, 60, 130, 200, 255]) {
        expect(contrast(readableOn([part, 255 - part, 90], ground), ground)).toBeGreaterThanOrEqual(4.5);
        expect(contrast(inkFor([part, part, 90]), [part, part, 90])).toBeGreaterThanOrEqual(4.5);
      }
    }
    expect(readableOn([255, 200, 0], [11, 15, 20])).toEqual([255, 200, 0]);
  });
});
