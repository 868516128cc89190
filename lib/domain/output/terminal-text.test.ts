import { describe, expect, it } from "vitest";
import { lastLine, plainText, readPieces } from "./terminal-text";

const E = "\u001b";

describe("a line of terminal output", () => {
  it("is text and changes of style; nothing else of a terminal is left", () => {
    const line = `${E}[1;31mred${E}[0m ${E}[2K${E}[10Gok${E}]0;a title\u0007${E}]8;;https://x${E}\\link${E}]8;;${E}\\${E}(B${E}7!\u0007\b`;
    expect(readPieces(line)).toEqual([
      { kind: "style", parameters: "1;31" },
      { kind: "text", text: "red" },
      { kind: "style", parameters: "0" },
      { kind: "text", text: " " },
      { kind: "text", text: "ok" },
      { kind: "text", text: "link" },
      { kind: "text", text: "!" },
    ]);
    expect(plainText(line)).toBe("red oklink!");
  });

  it("that breaks off inside of a sequence loses nothing before it", () => {
    for (const rest of [`${E}`, `${E}[`, `${E}[38;5`, `${E}]0;never closed`, `${E}P1$r`]) {
      expect(plainText(`before${rest}`)).toBe("before");
    }
  });

  it("keeps tabs, and every character of people's languages", () => {
    expect(plainText("a\tб\u00a0中文 😀 é")).toBe("a\tб\u00a0中文 😀 é");
  });

  it("never holds a control character, whatever it was made of", () => {
    for (let code = 0; code < 256; code += 1) {
      const text = plainText(`x${String.fromCharCode(code)}[1my${String.fromCharCode(code)}z`);
      expect([...text].every((one) => one === "\t" || !/\p{Cc}/u.test(one))).toBe(true);
    }
  });
});

describe("the last line", () => {
  it("is the newest with anything in it, without colours", () => {
    expect(lastLine(`one\n${E}[32mtwo${E}[0m  of\t3\r\n\n  \n`)).toBe("two of 3");
    expect(lastLine("")).toBe("");
  });

  it("of something that draws its progress over and over is where it is now", () => {
    expect(lastLine("dump  10 %\rdump  20 %\rdump  30 %\r")).toBe("dump 30 %");
  });

  it("cannot turn the direction of what stands beside it, nor take more than its line", () => {
    expect(lastLine("a\u202etxt.exe\u2066b\u2028c")).toBe("atxt.exeb c");
    expect([...lastLine("😀".repeat(5_000))]).toHaveLength(161);
  });
});
