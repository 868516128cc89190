import { expect, test } from "vitest";
import { filledParts } from "./filled-part";

const [watched, filled] = [{}, { filled: true }] as const;

test("what was asked for afterwards is a line of its own that reaches to what was watched", () => {
  const parts = filledParts([filled, filled, watched, watched, filled, watched]);
  expect(parts.map((part) => part.watched)).toEqual([false, false, true, true, false, true]);
  expect(parts.map((part) => part.filled)).toEqual([true, true, true, true, true, true]);
  expect(filledParts([filled, watched, watched, watched]).map((part) => part.filled)).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

test("where everything was watched there is nothing else to draw", () =>
  expect(filledParts([watched, watched]).map((part) => part.filled)).toEqual([false, false]));
