import { expect, test } from "vitest";
import { requestsToPass } from "./judgeable";

/** "For L = 0.1 % that is 3,770 requests without an error": the figure that the judge was designed with, rounded to tens. */
test.each([
  [0.001, 3_770],
  [0.002, 1_880],
  [0.01, 380],
])("a rate below %d takes about %d requests without an error", (limit, requests) =>
  expect(Math.round(requestsToPass(limit) / 10) * 10).toBe(requests),
);
