import { expect, test } from "vitest";
import { sparkPath, sparkScale, sparkY } from "./spark-geometry";

const box = { width: 100, height: 50 };

/** Where the points of a path lie: moves are absolute, lines go from point to point. */
function pointsOf(path: string): { x: number; y: number }[] {
  const all: { x: number; y: number }[] = [];
  for (const [, how, dx, dy] of path.matchAll(/([Ml])(-?\d+) (-?\d+)/g)) {
    const from = how === "M" ? { x: 0, y: 0 } : (all.at(-1) ?? { x: 0, y: 0 });
    all.push({ x: from.x + Number(dx), y: from.y + Number(dy) });
  }
  return all;
}
const line = (...values: (number | null)[]) => values.map((value, index) => ({ at: index * 10, value }));

test("nothing measured gives no scale to draw on", () => {
  expect(sparkScale([], null)).toBeNull();
  expect(sparkScale([line(null, null)], 5)).toBeNull();
});

test("a line runs over the whole width, in time and not in points", () => {
  const points = [
    { at: 0, value: 0 },
    { at: 90, value: 1 },
    { at: 100, value: 0 },
  ];
  const scale = sparkScale([points], null);
  expect(scale).not.toBeNull();
  if (scale === null) throw new Error("There is something to draw.");
  const drawn = pointsOf(sparkPath(points, scale, box));
  expect(drawn.map(({ x }) => x)).toEqual([0, 90, 100]);
  expect(drawn.map(({ y }) => y)).toEqual([50, 4, 50]);
});

test("rounding does not add up from point to point", () => {
  const points = Array.from({ length: 1_000 }, (_, index) => ({ at: index, value: index / 3 }));
  const scale = sparkScale([points], null);
  if (scale === null) throw new Error("There is something to draw.");
  const path = sparkPath(points, scale, box);
  for (const [index, { x, y }] of pointsOf(path).entries()) {
    expect(Math.abs(x - index * (box.width / 999))).toBeLessThanOrEqual(0.5);
    expect(Math.abs(y - (sparkY(index / 3, scale, box) ?? Number.NaN))).toBeLessThanOrEqual(1);
  }
});

test("a gap in the measurements is a gap in the line", () => {
  const points = line(1, null, 2, 3);
  const scale = sparkScale([points], null);
  if (scale === null) throw new Error("There is something to draw.");
  expect(sparkPath(points, scale, box).match(/M/g)).toHaveLength(2);
});

test("the threshold is on the scale, unless that would press the lines into one", () => {
  const near = sparkScale([line(80, 90)], 200);
  const far = sparkScale([line(1, 2)], 5_000);
  if (near === null || far === null) throw new Error("There is something to draw.");
  expect(sparkY(200, near, box)).toBeGreaterThanOrEqual(0);
  expect(sparkY(5_000, far, box)).toBeNull();
});

test("a line that never moves is drawn, and drawn inside", () => {
  const points = line(7, 7, 7);
  const scale = sparkScale([points], null);
  if (scale === null) throw new Error("There is something to draw.");
  const heights = pointsOf(sparkPath(points, scale, box)).map(({ y }) => y);
  expect(heights).toHaveLength(3);
  for (const y of heights) expect(y > 0 && y < box.height).toBe(true);
});
