import { expect, test } from "vitest";
import { sha256Hasher } from "@/lib/adapters/hashing/sha256-hasher";
import { KubernetesWeights, kubernetesActions } from "@/lib/adapters/traffic-kubernetes/weight-actions";
import type { OfferedAction } from "@/lib/contracts/runner-actions";
import type { BoundWork } from "@/lib/domain/plan/binding";
import { boundPlan } from "@/lib/domain/release/fixtures/bound-plan";
import { prepared } from "@/lib/domain/release/fixtures/small-night";
import { smallPlan } from "@/lib/domain/release/fixtures/small-plan";
import { checkArguments } from "@/lib/runner/host/check-arguments";
import { HostFile } from "@/lib/runner/host/host-shape";
import { offeredActions } from "@/lib/runner/host/offered-actions";
import { workOf } from "./work-of";

const nginx = {
  ...{ name: "nginx", kind: "traffic" as const, description: "", arguments: {}, limitMs: 60_000 },
  ...{ followed: false, hasProbe: false },
};

const script = { hash: "", approvals: [], hasher: sha256Hasher };

type Asked = { name?: string; share?: number; actions?: OfferedAction[] };

function asked(given: Record<string, string>, { name = "nginx", share = 5, actions = [nginx] }: Asked = {}) {
  const work: BoundWork = { kind: "action", name, arguments: given };
  const bindings = boundPlan(smallPlan).bindings.map((one) => (one.target.kind === "traffic" ? { ...one, work } : one));
  const play = prepared({ plan: { ...smallPlan, bindings } });
  const offering = {
    plan: play.plan,
    state: play.state(),
    purpose: { kind: "traffic" as const, share },
    requestedAt: 7,
  };
  return workOf(offering, { actions, planScripts: false }, script)?.work;
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

/** A host whose cluster has one ready action for each share. */
const cluster = HostFile.parse({
  ...{ name: "k8s", environment: "production", dataDirectory: "/data" },
  server: { url: "https://holdpoint.example", tokenFile: "/token" },
  actions: {
    ...kubernetesActions(
      KubernetesWeights.parse({ kind: "argo-rollout", namespace: "scm", rollout: "orders", shares: [0, 5, 100] }),
    ),
    weigh: { command: ["weigh", `\${share}`], arguments: { share: { type: "integer", max: 100 } } },
  },
});
const ready = offeredActions({ file: cluster, drivers: new Map() });

test.each([0, 5, 100])(
  "traffic that is bound to ready actions by their common name gets the one for the share %i",
  (share) => {
    const work = asked({}, { name: "traffic", share, actions: ready });
    expect(work).toEqual({ kind: "action", action: `traffic-${share}`, arguments: {} });
    expect(checkArguments(cluster.actions[`traffic-${share}`]?.arguments ?? {}, {})).toMatchObject({ ok: true });
  },
);

test("a share that no ready action is there for is nobody's work", () => {
  expect(asked({}, { name: "traffic", share: 25, actions: ready })).toBeUndefined();
});

test("an action that is bound itself takes the share, and one that cannot is refused by its host: it would set the same for every share", () => {
  const taken = asked({}, { name: "weigh", actions: ready });
  expect(taken).toEqual({ kind: "action", action: "weigh", arguments: { share: 5 } });
  const fixed = asked({}, { name: "traffic-100", share: 0, actions: ready });
  const given = fixed?.kind === "action" ? fixed.arguments : {};
  expect(checkArguments(cluster.actions["traffic-100"]?.arguments ?? {}, given)).toMatchObject({ ok: false });
});
