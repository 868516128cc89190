import { expect, test } from "vitest";
import { verificationSentence } from "./verification-sentence";

test("a broken log is named with the first bad number", () => {
  const sentence = verificationSentence("r1", { verdict: "broken", seq: 17, wrong: "changed" });
  expect(sentence).toBe("Release r1 is NOT sound. Event 17 is not what was written: its hash does not hold.");
});

test("a fault outside the log names no event", () => {
  expect(verificationSentence("r1", { verdict: "broken", seq: null, wrong: "state" })).not.toMatch(/Event/);
});

test("a sound log is named with its length and head", () => {
  expect(verificationSentence("r1", { verdict: "sound", seq: 3, head: "abc" })).toMatch(/3 events.*Head abc/);
});
