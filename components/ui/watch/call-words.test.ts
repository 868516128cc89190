import { expect, test } from "vitest";
import { engine } from "@/lib/domain/release/fixtures/release-play";
import { soaking } from "@/lib/domain/release/fixtures/small-night";
import { callEvidence } from "./call-words";

const says = { key: "judge.limit", values: { value: "340 ms" } };

test("a call for a signature says what belied it", () => {
  const play = soaking();
  play.must(engine, { type: "item.expire", item: "item:1.1", reason: "lag 340 ms", says });
  expect(callEvidence(play.plan, play.state(), { kind: "item", item: "item:1.1" })).toEqual(says);
});

test("a call for a decision says why its check failed, one about a source has nothing to say", () => {
  const play = soaking();
  play.must(engine, { type: "check.report", check: "check:1", verdict: "failed", sentence: "2 %", says });
  expect(callEvidence(play.plan, play.state(), { kind: "trigger", trigger: "trigger:1" })).toEqual(says);
  expect(callEvidence(play.plan, play.state(), { kind: "source", source: "main" })).toBeNull();
});
