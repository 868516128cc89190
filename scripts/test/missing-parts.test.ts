import { expect, test } from "vitest";
import { missingParts } from "./missing-parts";

test("what cannot be installed is named with the command that brings it", () => {
  const said = missingParts(["nginx-light", "prometheus"]);
  expect(said).toContain("Not on this machine: nginx-light, prometheus.");
  expect(said).toMatch(/sudo apt-get install .* nginx-light prometheus$/);
  expect(said).not.toContain("fonts");
});

test("missing fonts spoil pictures, and that is said", () => {
  expect(missingParts(["fontconfig", "fonts-noto-cjk"])).toContain("boxes for Chinese");
});
