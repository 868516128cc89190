import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { PLAIN_WATCH } from "./plain-watch";

/** How long `watch` waits between two looks, said by a `sleep` that ends it instead. */
function pauseOf(asked: string): string {
  const text = `sleep() { echo "pauses $1"; exit 0; }\nwatch ${asked} 'echo looks'`;
  const env = { ...process.env, ...PLAIN_WATCH };
  const said = execFileSync("bash", ["--noprofile", "--norc", "-euc", text], { env, encoding: "utf8" });
  return /looks\npauses (.*)\n$/u.exec(said)?.[1] ?? "";
}

describe("a plan's watch", () => {
  it.each([
    ["", "2"],
    ["-n 5", "5"],
    ["-n0.5", "0.5"],
    ["--interval=10", "10"],
  ])("asked %s pauses for %s s", (asked, pause) => expect(pauseOf(asked)).toBe(pause));

  it.each(["-n 0", "-n0", "-n 0.0", "-n .0", "--interval=0.05", "-n 0.", "-n 00"])(
    "asked %s pauses for 0.1 s, as the program does: it would spin for its whole minute",
    (asked) => expect(pauseOf(asked)).toBe("0.1"),
  );
});
