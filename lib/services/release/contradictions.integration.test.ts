import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { postgresTimerStore } from "@/lib/adapters/postgres/postgres-timer-store";
import type { CommandAnswer } from "@/lib/contracts/command-answer";
import type { GateId } from "@/lib/domain/plan/ids";
import type { Gate, Plan } from "@/lib/domain/plan/plan";
import type { PersonCommand } from "@/lib/domain/release/commands";
import { checkInvariants } from "@/lib/domain/release/invariants";
import { startEngine } from "@/lib/engine/start-engine";
import {
  type Desk,
  openTestStand,
  quietLog,
  samplePlan,
  startRehearsal,
  type TestStand,
} from "@/lib/server/test-stand";

let stand: TestStand;

beforeAll(async () => {
  stand = await openTestStand({ instances: 2 });
});
afterAll(() => stand.close());

const plan = samplePlan();
const [firstGate] = plan.gates;
const firstItem = plan.sections[0]?.items[0];
if (firstGate === undefined || firstItem === undefined) throw new Error("The sample plan has gates and items.");
const owner = plan.sections[0]?.owners[0];

function withFirstGate(change: Partial<Gate>): Plan {
  return { ...plan, gates: plan.gates.map((gate, index) => (index === 0 ? { ...gate, ...change } : gate)) };
}

/** The same person's second browser, at the other instance. */
function askElsewhere({ releaseId }: Desk, command: PersonCommand, key: string = randomUUID()): Promise<CommandAnswer> {
  const { services } = stand.instances[1] ?? stand;
  return services.submitCommand({ releaseId, key, command, actor: stand.planner });
}

/** An answer that did not come on a busy machine is no unknown: the same key is asked again. */
async function untilKnown(ask: (key: string) => Promise<CommandAnswer>): Promise<CommandAnswer> {
  const key = randomUUID();
  for (let tries = 1; ; tries += 1) {
    const answer = await ask(key);
    if (answer.outcome !== "unavailable" || tries === 10) return answer;
  }
}

async function eventsOf({ releaseId }: Desk) {
  return stand.services.listEvents({ releaseId, after: 0, limit: 10_000 });
}

async function expectSound(desk: Desk): Promise<void> {
  const [events, snapshot] = [await eventsOf(desk), await stand.services.getReleaseSnapshot(desk)];
  if (snapshot === null) throw new Error("The release is gone.");
  expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
  expect(checkInvariants(desk.plan, events, snapshot.state)).toEqual([]);
  expect(await stand.services.verifyRelease(desk)).toMatchObject({ verdict: "sound", seq: events.length });
}

/** Started, and skipped to where votes count at the first gate. */
async function reachVote(desk: Desk): Promise<GateId> {
  await desk.must({ type: "release.start", override: "a test", expectedSeq: await desk.seq() });
  for (const { id } of desk.plan.stages) {
    if (firstGate?.before.kind === "stage" && id === firstGate.before.stage) break;
    await desk.must({ type: "stage.skip", stage: id, reason: "a test" });
  }
  return firstGate?.id ?? "gate:none";
}

async function signEverything(desk: Desk): Promise<void> {
  for (const { items, owners } of desk.plan.sections) {
    for (const { id } of items) await desk.must({ type: "item.sign", item: id, as: owners[0] });
  }
}

async function everybodySaysGo(desk: Desk, gate: GateId, round: number): Promise<void> {
  for (const as of firstGate?.voters ?? []) {
    await desk.must({ type: "gate.vote", gate, round, vote: "go", as, expectedSeq: await desk.seq() });
  }
}

/** Until the next round of votes: a no-go held the release, a go has to lapse first. */
async function reopen(desk: Desk, gate: GateId, outcome: string): Promise<void> {
  if (outcome === "no_go") await desk.must({ type: "release.resume", expectedSeq: await desk.seq() });
  const open = async () => expect(await desk.ask({ type: "gate.reopen", gate })).toMatchObject({ outcome: "accepted" });
  await vi.waitFor(open, { timeout: 10_000, interval: 5 });
}

test("GO against NO-GO at one gate, two browsers, 200 rounds: one decision a round, and the other learns whose", async () => {
  const desk = await startRehearsal(stand, { plan: withFirstGate({ lapseMin: 0.01 }) });
  await signEverything(desk);
  const gate = await reachVote(desk);
  const won = new Map<string, number>();
  for (let round = 1; round <= 200; round += 1) {
    await everybodySaysGo(desk, gate, round);
    const seen = await desk.seq();
    const apart = round % 6;
    const go = async () => {
      await sleep(round % 2 === 0 ? apart : 0);
      return desk.ask({ type: "gate.decide", gate, round, decision: "go", expectedSeq: seen });
    };
    const noGo = async () => {
      await sleep(round % 2 === 0 ? 0 : apart);
      return askElsewhere(desk, { type: "gate.decide", gate, round, decision: "no_go", then: "hold" });
    };
    const [wentOn, stopped] = await Promise.all([go(), noGo()]);
    const answers = { go: wentOn, no_go: stopped };
    const [winner, ...others] = Object.entries(answers).filter(([, { outcome }]) => outcome === "accepted");
    expect(others).toEqual([]);
    const [loser] = Object.values(answers).filter(({ outcome }) => outcome === "refused");
    expect(loser).toMatchObject({ refusal: { by: { actor: { name: stand.planner.name }, type: "gate.decided" } } });
    const outcome = winner?.[0] ?? "nobody";
    won.set(outcome, (won.get(outcome) ?? 0) + 1);
    await reopen(desk, gate, outcome);
  }
  expect([...won.keys()].toSorted()).toEqual(["go", "no_go"]);
  const decided = (await eventsOf(desk)).filter(({ type }) => type === "gate.decided");
  expect(decided).toHaveLength(200);
  await expectSound(desk);
}, 300_000);

test("signed, revoked and waived at once, from two instances: one order, nothing lost, nothing twice", async () => {
  const desk = await startRehearsal(stand);
  const { id: item } = firstItem;
  const commands: PersonCommand[] = [
    { type: "item.sign", item, as: owner },
    { type: "item.revoke", item, reason: "looked again" },
    { type: "item.sign", item, as: owner },
    { type: "item.waive", item, reason: "not tonight" },
  ];
  const asked = Array.from({ length: 60 }, (_, n) => {
    const command = commands[n % commands.length] ?? commands[0];
    if (command === undefined) throw new Error("There are commands.");
    return untilKnown((key) => (n % 2 === 0 ? desk.ask(command, key) : askElsewhere(desk, command, key)));
  });
  const answers = await Promise.all(asked);
  const accepted = answers.filter(({ outcome }) => outcome === "accepted");
  expect(answers.filter(({ outcome }) => outcome === "unavailable")).toEqual([]);
  const events = (await eventsOf(desk)).filter(({ type }) => type.startsWith("item."));
  expect(events).toHaveLength(accepted.length);
  // What was signed is revoked or waived before it is signed again.
  for (const [n, { type }] of events.entries()) if (type === events[n - 1]?.type) throw new Error(`${type} twice`);
  await expectSound(desk);
});

test("a plan that is edited while releases of it are created: each stands on the version that it was made of", async () => {
  const { services, planner } = stand;
  const saved = await services.savePlan({ plan, source: "# first", actor: planner });
  if (!saved.ok) throw new Error(JSON.stringify(saved.refusal));
  const { planId, planVersionId } = saved.value;
  const edited = { ...plan, gates: withFirstGate({ lapseMin: 5 }).gates };
  const edits = Array.from({ length: 5 }, () =>
    services.savePlan({ planId, plan: edited, source: "# edited", actor: planner }),
  );
  const wish = { planVersionId, mode: "rehearsal", speed: 1, actor: planner } as const;
  const creations = Array.from({ length: 5 }, (_, n) => (stand.instances[n % 2] ?? stand).services.createRelease(wish));
  const versions = (await Promise.all(edits)).map((answer) => (answer.ok ? answer.value.planVersionId : null));
  expect(new Set([planVersionId, ...versions]).size).toBe(6);
  for (const created of await Promise.all(creations)) {
    if (!created.ok) throw new Error(JSON.stringify(created.refusal));
    const snapshot = await services.getReleaseSnapshot(created.value);
    expect(snapshot?.plan.gates[0]?.lapseMin).toBe(firstGate.lapseMin);
    expect(await services.verifyRelease(created.value)).toMatchObject({ verdict: "sound" });
  }
});

test("the last signature and the end of a gate's time in the same ten milliseconds: one order, and the vote ends once", async () => {
  const engines = stand.instances.map(({ services, pools }) => {
    const { submitCommand } = services;
    return startEngine({ timers: postgresTimerStore(pools), submitCommand, ids: { next: randomUUID }, log: quietLog });
  });
  // Two seconds for people, at this speed.
  const brief = withFirstGate({ timeout: { afterMin: 4, outcome: "hold" } });
  const tryAt = async (offsetMs: number): Promise<Desk> => {
    const desk = await startRehearsal(stand, { plan: brief });
    const gate = await reachVote(desk);
    const { releaseId } = desk;
    const timer = await stand.instances[0]?.pools.client.timer.findFirst({ where: { releaseId } });
    if (timer == null) throw new Error(`${gate} has no timer.`);
    await sleep(Math.max(0, Number(timer.dueAt) + offsetMs - Date.now()));
    await desk.must({ type: "item.sign", item: firstItem.id, as: owner });
    return desk;
  };
  const desks = await Promise.all([-5, -2, 0, 2, 5].map(tryAt));
  for (const desk of desks) {
    const ended = async () => expect((await stand.services.getReleaseSnapshot(desk))?.state.status).toBe("held");
    await vi.waitFor(ended, { timeout: 20_000, interval: 50 });
    const types = (await eventsOf(desk)).map(({ type }) => type);
    for (const once of ["gate.opened", "gate.expired", "release.held", "item.signed"]) {
      expect(types.filter((type) => type === once)).toEqual([once]);
    }
    await expectSound(desk);
  }
  await Promise.all(engines.map((engine) => engine.stop()));
});
