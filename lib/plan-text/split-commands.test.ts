import { describe, expect, test } from "vitest";
import { splitCommands, splitProcedure } from "./split-commands";

const block = (text: string) => ({ language: "sh", text, lines: { from: 10, to: 9 + text.split("\n").length } });
const named = (text: string) => splitCommands(block(text)).steps.map(({ name, commands }) => [name, commands]);

describe("steps of a code block", () => {
  test("are its numbered comments, with the plain ones inside", () =>
    expect(named("# 1. one\na\n# why\nb\n\n# 2) two\nc")).toEqual([
      ["one", "a\n# why\nb"],
      ["two", "c"],
    ]));
  test("are its plain comments when no number has commands", () =>
    expect(named("# run\na\n\n# cases:\n# 1. x\n# 2. y\n")).toEqual([["run", "a"]]));
  test("leave out comments that no command follows, as notes with their lines", () =>
    expect(splitCommands(block("a\n# expected:\n#   5 x")).notes).toEqual([
      { text: "expected:", lines: { from: 11, to: 11 } },
      { text: "5 x", lines: { from: 12, to: 12 } },
    ]));
  test("leave a number without commands out, among others that have some", () => {
    const { steps, notes } = splitCommands(block("# 1. a\nx\n# 2. look for 5 minutes"));
    expect(steps.map(({ name }) => name)).toEqual(["a"]);
    expect(notes.map(({ text }) => text)).toEqual(["2. look for 5 minutes"]);
  });
  test("have no name of their own without a comment", () => expect(named("a\nb")).toEqual([[null, "a\nb"]]));
  test("keep what stands before the first comment", () =>
    expect(named("a\n\n# then\nb")).toEqual([
      [null, "a"],
      ["then", "b"],
    ]));
  test("have the lines from their comment to their last command", () =>
    expect(splitCommands(block("\n# a\nx\ny\n\n# b\nz")).steps.map(({ lines }) => lines)).toEqual([
      { from: 11, to: 13 },
      { from: 15, to: 16 },
    ]));
  test.each([
    ["a quote", "curl -d '\n# 1. not a step\n'"],
    ["a here-document", "cat <<EOF > f\n# 1. not a step\nEOF"],
    ["a loop", "for i in 1 2; do\n# 1. not a step\nx\ndone"],
    ["braces", "upstream b {\n# 1. not a step\n}"],
    ["a continued line", "a \\\n# 1. not a step"],
  ])("are not looked for inside %s", (_, text) => expect(named(`# real\n${text}`)).toEqual([["real", text]]));
  test("are found although a comment has an apostrophe", () =>
    expect(named("# don't stop\na\n# next\nb")).toEqual([
      ["don't stop", "a"],
      ["next", "b"],
    ]));
  test("are found although a quote is never closed", () =>
    expect(named("# 1. a\necho 'oops\n# 2. b\ny")).toEqual([
      ["a", "echo 'oops"],
      ["b", "y"],
    ]));
  test("are found after other comment marks", () =>
    expect(named("-- 1. copy\nSELECT 1;\n// 2. next\nx")).toEqual([
      ["copy", "SELECT 1;"],
      ["next", "x"],
    ]));
  test("take no shebang for a comment", () => expect(named("#!/bin/sh\na")).toEqual([[null, "#!/bin/sh\na"]]));
});

describe("steps of a procedure", () => {
  const procedure = (text: string) => splitProcedure(block(text)).map(({ name, commands }) => [name, commands]);
  test("are its numbers even where only comments follow, so that nothing is lost", () =>
    expect(procedure("# 1. change it\n# key=value\n\n# 2. restart\nx\n# expected: ok")).toEqual([
      ["change it", "# key=value"],
      ["restart", "x\n# expected: ok"],
    ]));
  test("keep loose comments at the start and between", () =>
    expect(procedure("# as root\n\n# 1. a\nx")).toEqual([["a", "# as root\n\nx"]]));
});
