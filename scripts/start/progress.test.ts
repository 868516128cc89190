import { expect, test } from "vitest";
import { formatDuration } from "./progress";

test("a duration is written the way one says it", () => {
  expect([40, 9_940, 9_960, 99_400, 125_000].map(formatDuration)).toEqual([
    "0.0 s",
    "9.9 s",
    "10 s",
    "99 s",
    "2 min 5 s",
  ]);
});
