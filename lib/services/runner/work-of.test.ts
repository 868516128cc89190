import { expect, test } from "vitest";
import { sha256Hasher } from "@/lib/adapters/hashing/sha256-hasher";
import type { BoundWork } from "@/lib/domain/plan/binding";
import { boundPlan } from "@/lib/domain/release/fixtures/bound-plan";
import { prepared } from "@/lib/domain/release/fixtures/small-night";
import { smallPlan } from "@/lib/domain/release/fixtures/small-plan";
import { workOf } from "./work-of";

const nginx = {
  ...{ name: "nginx", kind: "traffic" as const, description: "", arguments: {}, limitMs: 60_000 },
  ...{ followed: false, hasProbe: false },
};

const script = { hash: "", approvals: [], hasher: sha256Hasher };

function asked(given: Record<string, string>) {
  const work: BoundWork = { kind: "action", name: "nginx", arguments: given };
  const bindings = boundPlan(smallPlan).bindings.map((one) => (one.target.kind === "traffic" ? { ...one, work } : one));
  const play = prepared({ plan: { ...smallPlan, bindings } });
  const offering = {
    plan: play.plan,
    state: play.state(),
    purpose: { kind: "traffic" as const, share: 5 },
    requestedAt: 7,
  };
  return workOf(offering, { actions: [nginx], planScripts: false }, script)?.work;
}

test("an order for a share names the versions that each side is to say, where the plan's binding does, and else none", () => {
  expect(asked({})).toMatchObject({ ask: { verb: "set", share: 5 } });
  expect(asked({})).not.toHaveProperty("ask.versions");
  expect(asked({ green_version: "v1.0.0" })).toMatchObject({
    ask: { verb: "set", share: 5, versions: { green: "v1.0.0", blue: null } },
  });
});

test("a drill is fenced by when it was asked for, not by its release's start: another release may have started and drilled meanwhile", () => {
  const play = prepared({ plan: boundPlan(smallPlan) });
  const requestedAt = play.now() + 60_000;
  const offering = { plan: play.plan, state: play.state(), purpose: { kind: "drill" as const }, requestedAt };
  const work = workOf(offering, { actions: [nginx], planScripts: false }, script)?.work;
  expect(work).toEqual({ kind: "traffic", action: "nginx", releaseStartedAt: requestedAt, ask: { verb: "drill" } });
});
