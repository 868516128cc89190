import { expect, test } from "vitest";
import type { CommandAnswer } from "@/lib/contracts/command-answer";
import type { PersonCommand } from "@/lib/domain/release/commands";
import { routeOf } from "./command-route";
import { type Carrier, hedgeMs, patienceMs, sendCommand } from "./send-command";

const accepted: CommandAnswer = { outcome: "accepted", seq: 9, events: [] };
const unavailable: CommandAnswer = { outcome: "unavailable", id: "e1" };
const never = () => new Promise<CommandAnswer>(() => undefined);
const note: PersonCommand = { type: "note.add", text: "x" };
const stop: PersonCommand = { type: "stage.stop", stage: "stage:a" };
const hold: PersonCommand = { type: "release.hold" };

/** Carriers with a clock that only waiting moves: everybody who waits wakes in the order of his time. */
function line(answers: { action?: Carrier; fetch?: Carrier }) {
  const sent: string[] = [];
  const sleepers: { until: number; wake: () => void }[] = [];
  let now = 0;
  const via =
    (name: "action" | "fetch"): Carrier =>
    (key, command) => {
      sent.push(`${name} ${key}`);
      return (answers[name] ?? never)(key, command);
    };
  const wait = (ms: number) =>
    new Promise<void>((wake) => {
      sleepers.push({ until: now + ms, wake });
    });
  async function pass(whole: Promise<CommandAnswer>): Promise<CommandAnswer> {
    let isDone = false;
    const done = whole.finally(() => {
      isDone = true;
    });
    for (;;) {
      // Everything that follows without waiting happens first.
      await new Promise((next) => setImmediate(next));
      if (isDone) return done;
      sleepers.sort((a, b) => a.until - b.until);
      const next = sleepers.shift();
      if (next === undefined) throw new Error("nobody waits and nothing happens");
      now = Math.max(now, next.until);
      next.wake();
    }
  }
  return {
    sent,
    send: (command: PersonCommand) =>
      pass(sendCommand("k", command, { action: via("action"), fetch: via("fetch"), wait, now: () => now })),
    time: () => now,
  };
}

test.each<[PersonCommand, string]>([
  [{ type: "rollback.start" }, "fetch"],
  [hold, "fetch"],
  [{ type: "gate.vote", gate: "gate:1", round: 1, vote: "no_go" }, "fetch"],
  [{ type: "gate.decide", gate: "gate:1", round: 1, decision: "no_go" }, "fetch"],
  [stop, "action-then-fetch"],
  [{ type: "gate.vote", gate: "gate:1", round: 1, vote: "go" }, "action"],
  [{ type: "item.sign", item: "item:1" }, "action"],
])("nothing that stops queues behind other acts: %o goes by %s", (command, route) => {
  expect(routeOf(command)).toBe(route);
});

test("an act that is answered is sent once", async () => {
  const acted = line({ action: async () => accepted });
  expect(await acted.send(note)).toEqual(accepted);
  expect(acted.sent).toEqual(["action k"]);
});

test("a hold does not touch the queue of actions", async () => {
  const acted = line({ fetch: async () => accepted });
  expect(await acted.send(hold)).toEqual(accepted);
  expect(acted.sent).toEqual(["fetch k"]);
});

test("a refusal is an answer, and is not asked for again", async () => {
  const refused: CommandAnswer = { outcome: "refused", refusal: { kind: "already", because: "held", facts: {} } };
  const acted = line({ fetch: async () => refused });
  expect(await acted.send(hold)).toEqual(refused);
  expect(acted.sent).toHaveLength(1);
});

test("a lost answer is asked for again under the same key, by fetch", async () => {
  const lost = line({
    action: () => Promise.reject(new Error("network")),
    fetch: async () => (lost.sent.length < 4 ? unavailable : accepted),
  });
  expect(await lost.send(note)).toEqual(accepted);
  expect(lost.sent).toEqual(["action k", "fetch k", "fetch k", "fetch k"]);
});

test("without any answer it says so after about twenty seconds", async () => {
  const lost = line({ fetch: async () => unavailable });
  expect(await lost.send(hold)).toEqual(unavailable);
  expect(lost.time()).toBeGreaterThan(patienceMs / 2);
  expect(lost.time()).toBeLessThanOrEqual(patienceMs + 6_000);
});

test("a stop that lingers as an action goes by fetch after half a second, under the same key", async () => {
  const lingering = line({ fetch: async () => accepted });
  expect(await lingering.send(stop)).toEqual(accepted);
  expect(lingering.sent).toEqual(["action k", "fetch k"]);
  expect(lingering.time()).toBe(hedgeMs);
});

test("a stop whose page is of an older build goes by fetch at once", async () => {
  const old = line({
    action: () => Promise.reject(new Error("Failed to find Server Action")),
    fetch: async () => accepted,
  });
  expect(await old.send(stop)).toEqual(accepted);
  expect(old.time()).toBe(0);
});
