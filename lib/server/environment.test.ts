import { expect, test } from "vitest";
import { readEnvironment } from "./environment";

const least = {
  DATABASE_URL: "postgresql://app:word@127.0.0.1:5432/holdpoint",
  HOLDPOINT_SECRET: "a-secret-of-at-least-thirty-two-characters",
};

test("a database and a secret are enough, the rest has its documented values", () => {
  expect(readEnvironment(least)).toMatchObject({
    port: 3000,
    host: "127.0.0.1",
    publicUrl: "http://127.0.0.1:3000",
    dataDir: "./data",
    administrator: null,
    metricsToken: null,
    commandsPerMinute: 60,
    importsPerMinute: 5,
  });
});

test("an empty value counts as left out", () => {
  expect(readEnvironment({ ...least, PORT: "", PUBLIC_URL: "" }).port).toBe(3000);
});

test.each([
  ["PORT", "70000"],
  ["DATABASE_URL", "mysql://x/y"],
  ["HOLDPOINT_SECRET", "short"],
  ["PUBLIC_URL", "holdpoint"],
])("%s = %s is refused by its name", (name, value) => {
  expect(() => readEnvironment({ ...least, [name]: value })).toThrow(name);
});

test("what browsers use is an origin, without a path", () => {
  expect(readEnvironment({ ...least, PUBLIC_URL: "https://hold.example.com/" }).publicUrl).toBe(
    "https://hold.example.com",
  );
});
