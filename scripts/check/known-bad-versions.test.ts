import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { compareVersions } from "./compare-versions";
import { findKnownBadVersions } from "./known-bad-versions";

test("versions are ordered by number, not by letter, and a pre-release comes before its release", () => {
  const ordered = ["0.35.5", "9.0.0", "16.4.5-canary.1", "16.4.5", "16.4.10", "19.3.1"];
  expect([...ordered].reverse().sort(compareVersions)).toEqual(ordered);
});

test("refuses a package below its floor wherever in the tree it hides", () => {
  const packages = {
    "node_modules/next": { version: "16.4.4" },
    "node_modules/a/node_modules/sharp": { version: "0.34.0" },
    "node_modules/react": { version: "19.3.1" },
  };
  expect(findKnownBadVersions({ packages })).toEqual([
    "node_modules/next is 16.4.4: at least 16.4.5 is needed",
    "node_modules/a/node_modules/sharp is 0.34.0: at least 0.35.5 is needed",
  ]);
});

test("what this project installs has no known hole", async () => {
  expect(findKnownBadVersions(JSON.parse(await readFile("package-lock.json", "utf8")))).toEqual([]);
});
