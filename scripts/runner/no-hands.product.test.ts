import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { root } from "../build/bundle.mjs";

const STARTS_PROCESSES = /\bfrom\s*"(?:node:)?child_process"|\b(?:import|require)\(\s*"(?:node:)?child_process"\s*\)/u;

test("what is built of our own for the web process cannot start a process; the runner can", () => {
  const dist = resolve(root, "dist");
  const bundles = readdirSync(dist).filter((name) => name.endsWith(".mjs"));
  expect(bundles).toContain("server.mjs");
  const starting = bundles.filter((name) => STARTS_PROCESSES.test(readFileSync(resolve(dist, name), "utf8")));
  expect(starting).toEqual(["runner.mjs"]);
});
