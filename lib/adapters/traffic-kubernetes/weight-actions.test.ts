import { describe, expect, it } from "vitest";
import { HostFile } from "@/lib/runner/host/host-shape";
import { KubernetesWeights, kubernetesActions } from "./weight-actions";

const shares = [0, 5, 25, 50, 100];
const route = KubernetesWeights.parse({
  ...{ kind: "http-route", namespace: "scm", route: "order-service", green: "order-green", blue: "order-blue", shares },
});
const rollout = KubernetesWeights.parse({ kind: "argo-rollout", namespace: "scm", rollout: "order-service", shares });

function patchOf(settings: KubernetesWeights, share: number): unknown {
  return JSON.parse(kubernetesActions(settings)[`traffic-${share}`]?.command.at(-1) ?? "null");
}

describe("weights by kubectl", () => {
  it("of an HTTPRoute add up to 100, and first make sure which backend is which", () => {
    expect(patchOf(route, 25)).toEqual([
      { op: "test", path: "/spec/rules/0/backendRefs/0/name", value: "order-green" },
      { op: "test", path: "/spec/rules/0/backendRefs/1/name", value: "order-blue" },
      { op: "add", path: "/spec/rules/0/backendRefs/0/weight", value: 25 },
      { op: "add", path: "/spec/rules/0/backendRefs/1/weight", value: 75 },
    ]);
  });

  it("of an Argo Rollout hold at the weight until the next order", () => {
    expect(patchOf(rollout, 5)).toEqual([
      { op: "add", path: "/spec/strategy/canary/steps", value: [{ setWeight: 5 }, { pause: {} }] },
    ]);
  });

  it("are argument lists, one action a share, as a runner's host file takes them", () => {
    for (const settings of [route, rollout]) {
      const actions = kubernetesActions(settings);
      expect(Object.keys(actions)).toEqual(shares.map((share) => `traffic-${share}`));
      const file = { name: "k8s", environment: "production", server: { url: "https://holdpoint.scm.internal" } };
      const read = HostFile.safeParse({ ...file, dataDirectory: "/var/lib/runner", actions });
      expect(read.error?.issues).toBeUndefined();
      expect(actions["traffic-5"]?.command.slice(0, 4)).toEqual(["kubectl", "--namespace", "scm", "patch"]);
      expect(JSON.stringify(actions)).not.toContain("${");
    }
  });

  it.each(["order service", "-f", "$(id)", "a/b", ""])("refuse %j as a name", (name) => {
    expect(KubernetesWeights.safeParse({ ...rollout, rollout: name }).success).toBe(false);
  });
});
