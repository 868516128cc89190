import { once } from "node:events";
import { createServer } from "node:net";
import { expect, test } from "vitest";
import { candidatePorts, findDatabasePort } from "./database-port";

test("the remembered port comes first, then the ones above it, then the rest; none that the system hands out", () => {
  const ports = [...candidatePorts(20_000)];
  expect(ports.slice(0, 2)).toEqual([20_000, 20_001]);
  expect(ports.at(-1)).toBe(19_999);
  expect(new Set(ports).size).toBe(ports.length);
  expect(Math.max(...ports)).toBe(32_767);
});

test.each([undefined, Number.NaN, 0, 80, 40_000])("%s is no port to come back to", (remembered) => {
  expect(candidatePorts(remembered).next().value).toBe(15_432);
});

test("a port where somebody listens and one that was tried already are passed over", async () => {
  const squatter = createServer().listen(0, "127.0.0.1");
  await once(squatter, "listening");
  const first = await findDatabasePort(undefined, new Set());
  expect(await findDatabasePort(undefined, new Set([first]))).toBeGreaterThan(first);
  squatter.close();
});
