import { expect, test } from "vitest";
import { slopeOf } from "./slope";

test("a line's slope is found, whatever it starts from", () => {
  const points = [0, 1, 2, 3].map((minute) => ({ minute, mb: 80 + 0.5 * minute }));
  expect(slopeOf(points)).toBeCloseTo(0.5, 12);
});

test("what swings about one level does not rise", () => {
  const points = [0, 1, 2, 3, 4].map((minute) => ({ minute, mb: minute % 2 === 0 ? 81 : 80 }));
  expect(slopeOf(points)).toBeCloseTo(0, 12);
});
