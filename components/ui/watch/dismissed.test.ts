import { expect, test } from "vitest";
import { engine } from "@/lib/domain/release/fixtures/release-play";
import { ops, rm, shifting } from "@/lib/domain/release/fixtures/small-night";
import { dismissalOf } from "./dismissed";

const failed = { type: "check.report", check: "check:1", verdict: "failed", sentence: "2 %" } as const;

test("a failing check whose proposal somebody dismissed is muted, and says by whom, why and until when", () => {
  const play = shifting();
  play.must(ops, { type: "traffic.confirm", share: 50 });
  const said = () => dismissalOf(play.plan, play.state(), "check:1");
  play.must(engine, failed);
  expect(said()).toBeNull();
  play.must(rm, { type: "trigger.dismiss", trigger: "trigger:1", reason: "a load test" });
  expect(said()).toMatchObject({ by: { name: "rm" }, reason: "a load test", until: play.now() + 600_000 });
  play.must(engine, { ...failed, verdict: "passed" });
  expect(said()).toBeNull();
});

test("under another share it is heard anew", () => {
  const play = shifting();
  play.must(ops, { type: "traffic.confirm", share: 50 });
  play.must(engine, failed);
  play.must(rm, { type: "trigger.dismiss", trigger: "trigger:1", reason: "a load test" });
  play.happen({ type: "traffic.set", payload: { share: 5, from: 50 } });
  expect(dismissalOf(play.plan, play.state(), "check:1")).toBeNull();
});
