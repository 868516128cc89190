import type { RunnerView } from "@/lib/contracts/runners";
import type { RunnerRecord } from "@/lib/ports/runner-store";

function offersTraffic({ hello }: RunnerRecord, name: string): boolean {
  return hello?.actions.some((one) => one.kind === "traffic" && one.name === name) ?? false;
}

/** A binding that fits the one fits the other too, whatever labels it asks for. */
function isMistakable(one: RunnerRecord, other: RunnerRecord): boolean {
  const has = ({ labels }: RunnerRecord, asked: RunnerRecord) => asked.labels.every((label) => labels.includes(label));
  return one.mode === other.mode && (has(one, other) || has(other, one));
}

/** Which runners of other hosts might be given what is meant for this one's proxy. */
export function trafficElsewhere(runner: RunnerRecord, all: readonly RunnerRecord[]): RunnerView["trafficElsewhere"] {
  const { hello } = runner;
  if (hello === null) return [];
  const others = all.filter((one) => one.hello !== null && one.hello.host !== hello.host && isMistakable(runner, one));
  return hello.actions
    .filter(({ kind }) => kind === "traffic")
    .map(({ name }) => ({
      action: name,
      runners: others.filter((one) => offersTraffic(one, name)).map((one) => one.name),
    }))
    .filter(({ runners }) => runners.length > 0);
}
