import { expect, test } from "vitest";
import { unbroken } from "./unbroken";

test("a figure keeps its sign beside it, and words may part", () =>
  expect(unbroken("above 0.1 %: 6 in 716 (0.839 %); evidence > 1,000 : 1")).toBe(
    "above 0.1\u00a0%: 6 in 716 (0.839\u00a0%); evidence > 1,000\u00a0:\u00a01",
  ));
