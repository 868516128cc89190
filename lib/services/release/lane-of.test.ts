import { expect, test } from "vitest";
import { laneOf } from "./lane-of";

test("a rollback that is due, and traffic that goes back, stop something as the rollback itself does", () => {
  expect(laneOf({ type: "rollback.start", reason: "5xx" })).toBe("stopping");
  expect(laneOf({ type: "rollback.due" })).toBe("stopping");
  expect(laneOf({ type: "rollback.traffic" })).toBe("stopping");
  expect(laneOf({ type: "rollback.drill" })).toBe("ordinary");
});
