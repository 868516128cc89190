import { expect, test } from "vitest";
import { judgeSizes, percentile } from "./judge-sizes";
import { measureSource } from "./measure-source";

test("measures a file and each of its functions, nested ones too", () => {
  const text = "const outer = () => {\n  function inner() {\n    return 1;\n  }\n  return inner();\n};\n";
  expect(measureSource("a.ts", text)).toEqual({
    lines: 6,
    functions: [
      { name: "outer", line: 1, lines: 6 },
      { name: "inner", line: 2, lines: 3 },
    ],
  });
});

test("complains about a long file, a long function, and files that are long on the whole", () => {
  const long = { name: "decide", line: 3, lines: 61 };
  const complaints = judgeSizes([{ path: "lib/domain/decide.ts", lines: 251, functions: [long] }]);
  expect(complaints).toEqual([
    "lib/domain/decide.ts has 251 lines (at most 250)",
    "lib/domain/decide.ts:3 decide has 61 lines (at most 60)",
    "files: median is 251 lines (at most 70)",
    "files: 90th percentile is 251 lines (at most 170)",
    "functions: median is 61 lines (at most 15)",
    "functions: 90th percentile is 61 lines (at most 45)",
  ]);
});

test("a component may have 300 lines, and a list of test cases any number", () => {
  const short = Array.from({ length: 9 }, (_, index) => ({ path: `lib/${index}.ts`, lines: 20, functions: [] }));
  const files = [...short, { path: "components/a.tsx", lines: 300, functions: [] }];
  expect(judgeSizes([...files, { path: "lib/a.test.ts", lines: 900, functions: [] }])).toEqual([]);
});

test("a percentile is one of the numbers", () => {
  expect([percentile([], 0.5), percentile([3], 0.9), percentile([4, 1, 3, 2], 0.5)]).toEqual([0, 3, 2]);
});
