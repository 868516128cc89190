import { Counter, collectDefaultMetrics, Gauge, Registry } from "prom-client";
import { services } from "./composition";
import { oncePerProcess } from "./once-per-process";

function makeMetrics() {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const commands = new Counter({
    name: "holdpoint_commands_total",
    help: "Commands that came over HTTP, by type and outcome.",
    labelNames: ["type", "outcome"],
    registers: [registry],
  });
  const releases = new Gauge({
    name: "holdpoint_releases",
    help: "Releases that are not over, or changed within a day, by status.",
    labelNames: ["status"],
    registers: [registry],
  });
  return { registry, commands, releases };
}

function metrics() {
  return oncePerProcess("metrics", makeMetrics);
}

/** `type` is a known one: what strangers send must not become labels. */
export function countCommand(type: string, outcome: string): void {
  metrics().commands.inc({ type, outcome });
}

/** Everything that is counted, in Prometheus' text format. */
export async function metricsText(): Promise<{ contentType: string; text: string }> {
  const { registry, releases } = metrics();
  const heads = await services().listHeads();
  releases.reset();
  for (const { status } of heads) releases.inc({ status });
  return { contentType: registry.contentType, text: await registry.metrics() };
}
