import { expect, it } from "vitest";
import type { OfferedAction } from "@/lib/contracts/runner-actions";
import type { RunnerRecord } from "@/lib/ports/runner-store";
import { trafficElsewhere } from "./traffic-elsewhere";

function action(name: string, kind: OfferedAction["kind"] = "traffic"): OfferedAction {
  return { name, kind, description: "", arguments: {}, limitMs: 1000, followed: false, hasProbe: true };
}

type Said = { host?: string; actions?: OfferedAction[] };

function runner(name: string, { host = name, actions = [action("edge")] }: Said = {}): RunnerRecord {
  const slots = { ordinary: 1, rollback: 1 };
  return {
    ...{ id: name, name, mode: "live", environment: "production", labels: ["scm"], createdAt: 0, lastSeenAt: 0 },
    hello: {
      ...{ protocol: 1, name, version: "1", instance: "i", environment: "production", labels: ["scm"] },
      ...{ host, actions, planScripts: false, slots },
    },
  };
}

const a = runner("a");
const seenBy = (...others: RunnerRecord[]) => trafficElsewhere(a, [a, ...others]);

it("names the runner of another host that offers the same traffic under labels by which it could be meant", () => {
  const named = [{ action: "edge", runners: ["b"] }];
  expect(seenBy(runner("b"))).toEqual(named);
  expect(seenBy({ ...runner("b"), labels: ["scm", "blue"] })).toEqual(named);
  expect(seenBy({ ...runner("b"), labels: [] })).toEqual(named);
});

it("names nobody who cannot be mistaken for it", () => {
  expect(seenBy(runner("b", { host: "a" }))).toEqual([]);
  expect(seenBy(runner("b", { actions: [action("other")] }))).toEqual([]);
  expect(seenBy(runner("b", { actions: [action("edge", "command")] }))).toEqual([]);
  expect(seenBy({ ...runner("b"), mode: "rehearsal" })).toEqual([]);
  expect(seenBy({ ...runner("b"), labels: ["other"] })).toEqual([]);
  expect(seenBy({ ...runner("b"), hello: null })).toEqual([]);
});

it("names nobody for a command that two hosts offer", () => {
  const actions = [action("backup", "command")];
  const one = runner("a", { actions });
  expect(trafficElsewhere(one, [one, runner("b", { actions })])).toEqual([]);
});
