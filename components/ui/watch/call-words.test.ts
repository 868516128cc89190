import { expect, test } from "vitest";
import { end, newest, take } from "@/lib/domain/release/fixtures/bound-night";
import { boundPlan } from "@/lib/domain/release/fixtures/bound-plan";
import { engine } from "@/lib/domain/release/fixtures/release-play";
import { shifting, soaking } from "@/lib/domain/release/fixtures/small-night";
import { smallPlan } from "@/lib/domain/release/fixtures/small-plan";
import { callEvidence, callKind, callSubject } from "./call-words";

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

test("a call for work says that nobody has begun it, how it ended, or that nobody knows", () => {
  const play = shifting({ plan: boundPlan(smallPlan) });
  const job = newest(play);
  const about = { kind: "job", job, purpose: { kind: "traffic", share: 50 } } as const;
  expect(callEvidence(play.plan, play.state(), about)?.key).toBe("verdict.job.untaken");
  take(play);
  end(play, job, "failed");
  expect(callEvidence(play.plan, play.state(), about)).toMatchObject({
    key: "verdict.job.ended",
    values: { says: "exit 1" },
    words: { outcome: "failed" },
  });
  expect([callKind(play.plan, about), callSubject(play.plan, about)]).toEqual(["traffic", "50 %"]);
});

test("a call for work that its host refused says why in words of every language, and the host's own", () => {
  const play = shifting({ plan: boundPlan(smallPlan) });
  const job = take(play);
  end(play, job, "refused", { refusal: "no_driver", says: "nginx" });
  const about = { kind: "job", job, purpose: { kind: "traffic", share: 50 } } as const;
  const words = { outcome: "refused_no_driver" };
  expect(callEvidence(play.plan, play.state(), about)).toMatchObject({ values: { says: "nginx" }, words });
});
