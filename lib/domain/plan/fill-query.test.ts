import { expect, it } from "vitest";
import { fillQuery } from "./fill-query";

const versions = { version: "v1", baseline: "v0", windowS: 60 };

it("fills in versions and window wherever they stand", () => {
  const query = 'rate(r{v="{{version}}"}[{{window}}]) / rate(r{v="{{ baseline }}"}[{{window}}])';
  expect(fillQuery(query, versions)).toBe('rate(r{v="v1"}[60s]) / rate(r{v="v0"}[60s])');
});

it("keeps a version from ending the string that it stands in", () => {
  expect(fillQuery('up{v="{{version}}"}', { ...versions, version: 'v"} or vector(1) #\\' })).toBe(
    'up{v="v\\"} or vector(1) #\\\\"}',
  );
});

it("never asks over no time at all, and leaves other braces alone", () => {
  expect(fillQuery("x[{{window}}] {{other}}", { ...versions, windowS: 0.2 })).toBe("x[1s] {{other}}");
});
