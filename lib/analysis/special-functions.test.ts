import { expect, test } from "vitest";
import binomialTails from "./golden/binomial-tails.json";
import normalTails from "./golden/normal-tails.json";
import { binomialLowerTail, normalUpperQuantile, normalUpperTail } from "./special-functions";

test("normal tails agree with SciPy, far out relative to their own size", () => {
  for (const { z, tail } of normalTails) expect(Math.abs(normalUpperTail(z) / tail - 1)).toBeLessThan(1e-9);
});

test("binomial tails agree with SciPy to 1e-8 of their own size: a million requests cost digits", () => {
  for (const { k, n, p, tail } of binomialTails) {
    expect(Math.abs(binomialLowerTail(k, n, p) / tail - 1), `${k} of ${n}`).toBeLessThan(1e-8);
  }
});

test("the quantile undoes the tail", () => {
  for (const tail of [0.4, 0.05, 0.01, 0.0005])
    expect(normalUpperTail(normalUpperQuantile(tail))).toBeCloseTo(tail, 12);
});
