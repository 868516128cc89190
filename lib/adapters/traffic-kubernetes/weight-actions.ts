import { z } from "zod";

const name = z.string().regex(/^[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?$/, "must be a name of Kubernetes");
const share = z.int().min(0).max(100);
const common = {
  kubectl: z.array(z.string().min(1)).min(1).default(["kubectl"]),
  namespace: name,
  /** One action for each share of the plan: two numbers given by hand could contradict each other. */
  shares: z.array(share).min(1).max(50),
};

export const KubernetesWeights = z.discriminatedUnion("kind", [
  /** An Argo Rollout with traffic routing: its steps become one weight and a pause without an end. */
  z.strictObject({ kind: z.literal("argo-rollout"), rollout: name, ...common }),
  /** A Gateway API HTTPRoute whose rule has green and blue as its two backends. */
  z.strictObject({
    kind: z.literal("http-route"),
    route: name,
    rule: z.int().min(0).max(15).default(0),
    green: name,
    blue: name,
    ...common,
  }),
]);
export type KubernetesWeights = z.infer<typeof KubernetesWeights>;

type Operation = { op: "test" | "add"; path: string; value: unknown };
type WeightAction = { description: string; command: string[]; probe: string[] };

function resource(settings: KubernetesWeights): [kind: string, name: string] {
  return settings.kind === "argo-rollout"
    ? ["rollouts.argoproj.io", settings.rollout]
    : ["httproutes.gateway.networking.k8s.io", settings.route];
}

/** `test` first: a route whose backends stand in another order is refused as a whole, not switched the wrong way round. */
function operations(settings: KubernetesWeights, weight: number): Operation[] {
  if (settings.kind === "argo-rollout") {
    const steps = [{ setWeight: weight }, { pause: {} }];
    return [{ op: "add", path: "/spec/strategy/canary/steps", value: steps }];
  }
  const at = `/spec/rules/${settings.rule}/backendRefs`;
  return [
    { op: "test", path: `${at}/0/name`, value: settings.green },
    { op: "test", path: `${at}/1/name`, value: settings.blue },
    { op: "add", path: `${at}/0/weight`, value: weight },
    { op: "add", path: `${at}/1/weight`, value: 100 - weight },
  ];
}

/** `${` is the mark of an argument in a host's file; nothing here has one. */
function patch(settings: KubernetesWeights, weight: number): string[] {
  const { kubectl, namespace } = settings;
  const json = JSON.stringify(operations(settings, weight));
  return [...kubectl, "--namespace", namespace, "patch", ...resource(settings), "--type", "json", "--patch", json];
}

function look(settings: KubernetesWeights): string[] {
  const { kubectl, namespace } = settings;
  const path =
    settings.kind === "argo-rollout"
      ? "{.status.canary.weights.canary.weight}"
      : `{range .spec.rules[${settings.rule}].backendRefs[*]}{.name}={.weight} {end}`;
  return [...kubectl, "--namespace", namespace, "get", ...resource(settings), "--output", `jsonpath=${path}`];
}

/** Actions for the `actions` of a runner's host file, by name: each sets one weight, as an argument list without a shell. */
export function kubernetesActions(settings: KubernetesWeights): Record<string, WeightAction> {
  const [kind, called] = resource(settings);
  const entries = settings.shares.map((weight): [string, WeightAction] => [
    `traffic-${weight}`,
    {
      description: `${weight} % of traffic on green: ${kind}/${called} in ${settings.namespace}`,
      command: patch(settings, weight),
      probe: look(settings),
    },
  ]);
  return Object.fromEntries(entries);
}
