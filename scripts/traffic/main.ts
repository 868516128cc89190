// npm run -s traffic -- first-include <settings.yaml>   the include that nginx starts with, all traffic on blue
// npm run -s traffic -- kubernetes <settings.yaml>      actions for a runner's host file, one a share
import { readFile } from "node:fs/promises";
import { parse, stringify } from "yaml";
import { firstInclude } from "@/lib/adapters/nginx/first-include";
import { NginxSettings } from "@/lib/adapters/nginx/nginx-settings";
import { KubernetesWeights, kubernetesActions } from "@/lib/adapters/traffic-kubernetes/weight-actions";
import { problemsOf } from "@/lib/runner/host/problem";

const [verb, file] = process.argv.slice(2);

function complain(sentences: readonly string[]): null {
  process.stderr.write(`${sentences.join("\n")}\n`);
  process.exitCode = 2;
  return null;
}

async function textFor(settings: unknown): Promise<string | null> {
  const shape = verb === "kubernetes" ? KubernetesWeights : NginxSettings;
  const read = shape.safeParse(settings, { reportInput: true });
  if (!read.success) return complain(problemsOf(read.error).map(({ path, says }) => `${path.join(".")} ${says}`));
  if (verb === "kubernetes") return stringify({ actions: kubernetesActions(KubernetesWeights.parse(settings)) });
  return firstInclude(NginxSettings.parse(settings), Date.now());
}

if (file === undefined || (verb !== "first-include" && verb !== "kubernetes")) {
  complain(["npm run -s traffic -- first-include|kubernetes <settings.yaml>"]);
} else {
  const text = await textFor(parse(await readFile(file, "utf8")));
  if (text !== null) process.stdout.write(text);
}
