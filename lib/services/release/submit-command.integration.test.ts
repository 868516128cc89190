import { afterAll, beforeAll, expect, test } from "vitest";
import { checkInvariants } from "@/lib/domain/release/invariants";
import { type Desk, openTestStand, reachFirstGate, startRehearsal, type TestStand } from "@/lib/server/test-stand";

let stand: TestStand;

beforeAll(async () => {
  stand = await openTestStand({ instances: 2 });
});
afterAll(() => stand.close());

/** A promise and the way to settle it. */
function signal(): { given: Promise<void>; give: () => void } {
  let give = () => {};
  const given = new Promise<void>((done) => {
    give = done;
  });
  return { given, give };
}

/** Holds all ordinary connections of the first instance until the returned function is called. */
async function takeEveryConnection({ instances }: TestStand): Promise<() => Promise<unknown>> {
  const free = signal();
  const holding = Array.from({ length: 8 }, () => {
    const held = signal();
    const ended = instances[0]?.pools.client.$transaction(async (tx) => {
      await tx.$queryRaw`SELECT 1 AS one`;
      held.give();
      await free.given;
    });
    return { held: held.given, ended };
  });
  await Promise.all(holding.map(({ held }) => held));
  return () => {
    free.give();
    return Promise.all(holding.map(({ ended }) => ended));
  };
}

async function expectSound({ releaseId, plan }: Desk): Promise<number> {
  const { services } = stand;
  const snapshot = await services.getReleaseSnapshot({ releaseId });
  const events = await services.listEvents({ releaseId, after: 0, limit: 10_000 });
  expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
  if (snapshot === null) throw new Error("The release is gone.");
  expect(checkInvariants(plan, events, snapshot.state)).toEqual([]);
  expect(await services.verifyRelease({ releaseId })).toMatchObject({ verdict: "sound", seq: events.length });
  return events.length;
}

test("200 contradictory clicks at one gate come to one decision, and 199 explanations that name it", async () => {
  const desk = await startRehearsal(stand);
  const gate = await reachFirstGate(desk);
  const before = await desk.seq();
  const clicks = Array.from({ length: 200 }, (_, click) =>
    desk.ask(
      click % 2 === 0
        ? { type: "gate.decide", gate, round: 1, decision: "go", expectedSeq: before }
        : { type: "gate.decide", gate, round: 1, decision: "no_go", then: "hold" },
    ),
  );
  const answers = await Promise.all(clicks);
  const accepted = answers.filter(({ outcome }) => outcome === "accepted");
  expect(accepted).toHaveLength(1);
  const refused = answers.flatMap((answer) => (answer.outcome === "refused" ? [answer.refusal] : []));
  expect(refused).toHaveLength(199);
  for (const refusal of refused) expect(["already", "stale", "not_allowed_now"]).toContain(refusal.kind);
  expect(refused.filter(({ by }) => by !== undefined).length).toBeGreaterThan(190);
  await expectSound(desk);
  const events = await stand.services.listEvents({ releaseId: desk.releaseId, after: before, limit: 100 });
  expect(events.filter(({ type }) => type === "gate.decided")).toHaveLength(1);
});

test("the same key 50 times at once, and again later, is one event and one answer", async () => {
  const desk = await startRehearsal(stand);
  const before = await desk.seq();
  const note = { type: "note.add", text: "once" } as const;
  const answers = await Promise.all(Array.from({ length: 50 }, () => desk.ask(note, "the-one-key")));
  await desk.must({ type: "note.add", text: "something else in between" });
  answers.push(await desk.ask(note, "the-one-key"));
  for (const answer of answers) expect(answer).toEqual(answers[0]);
  expect(answers[0]).toMatchObject({ outcome: "accepted", seq: before + 1 });
  expect(await expectSound(desk)).toBe(before + 2);
});

test("the same key with another body is an error and changes nothing", async () => {
  const desk = await startRehearsal(stand);
  await desk.ask({ type: "note.add", text: "one" }, "a-used-key");
  const answer = await desk.ask({ type: "note.add", text: "other" }, "a-used-key");
  expect(answer).toMatchObject({ outcome: "refused", refusal: { kind: "invalid", because: "key-reused" } });
  expect(await expectSound(desk)).toBe(2);
});

test("a refused command burns no key: repeated when the world has changed, it is decided again", async () => {
  const desk = await startRehearsal(stand);
  const hold = { type: "release.hold", reason: "look first" } as const;
  expect(await desk.ask(hold, "early")).toMatchObject({ outcome: "refused" });
  await desk.must({ type: "release.start", override: "a test", expectedSeq: await desk.seq() });
  expect(await desk.ask(hold, "early")).toMatchObject({ outcome: "accepted" });
});

test("a GO from a stale screen is refused, a ROLLBACK from the same screen is accepted", async () => {
  const desk = await startRehearsal(stand);
  const gate = await reachFirstGate(desk);
  const seen = await desk.seq();
  await desk.must({
    type: "item.revoke",
    item: desk.plan.sections[0]?.items[0]?.id ?? "item:none",
    reason: "looked again",
  });
  const go = await desk.ask({ type: "gate.decide", gate, round: 1, decision: "go", expectedSeq: seen });
  expect(go).toMatchObject({ outcome: "refused", refusal: { kind: "stale" } });
  expect(await desk.ask({ type: "rollback.start", reason: "enough" })).toMatchObject({ outcome: "accepted" });
  await expectSound(desk);
});

test("two instances appending at once leave no gap, and both agree on what happened", async () => {
  const desk = await startRehearsal(stand);
  const asked = Array.from({ length: 100 }, (_, n) => {
    const { services } = stand.instances[n % 2] ?? stand;
    const command = { type: "note.add", text: `note ${n}` } as const;
    return services.submitCommand({ releaseId: desk.releaseId, key: `two-${n}`, command, actor: stand.planner });
  });
  const answers = await Promise.all(asked);
  expect(answers.every(({ outcome }) => outcome === "accepted")).toBe(true);
  expect(new Set(answers.map((answer) => (answer.outcome === "accepted" ? answer.seq : 0))).size).toBe(100);
  expect(await expectSound(desk)).toBe(101);
});

/** The release as this instance remembers it is old afterwards: the other one has written since. */
async function writeElsewhere(desk: Desk, command: Parameters<Desk["must"]>[0]): Promise<number> {
  const { services } = stand.instances[1] ?? stand;
  const { releaseId } = desk;
  const answer = await services.submitCommand({
    releaseId,
    key: `else-${command.type}`,
    command,
    actor: stand.planner,
  });
  if (answer.outcome !== "accepted") throw new Error(JSON.stringify(answer));
  return answer.seq;
}

test("what an instance remembers of a release refuses nothing that another one has made possible since", async () => {
  const desk = await startRehearsal(stand);
  await desk.must({ type: "note.add", text: "now this instance remembers it" });
  const seen = await writeElsewhere(desk, { type: "release.start", override: "a test", expectedSeq: 2 });
  expect(await desk.ask({ type: "release.hold", reason: "look" })).toMatchObject({
    outcome: "accepted",
    seq: seen + 1,
  });
  const resumed = await writeElsewhere(desk, { type: "release.resume", expectedSeq: seen + 1 });
  const [stage] = desk.plan.stages;
  if (stage === undefined) throw new Error("The plan has no stage.");
  const skip = { type: "stage.skip", stage: stage.id, reason: "a test" } as const;
  expect(await desk.ask(skip)).toMatchObject({ outcome: "accepted", seq: resumed + 1 });
  expect(await expectSound(desk)).toBeGreaterThan(resumed);
});

test("what an instance remembers of a release accepts nothing that another one has ruled out since", async () => {
  const desk = await startRehearsal(stand);
  const sign = { type: "item.sign", item: desk.plan.sections[0]?.items[0]?.id ?? "item:none" } as const;
  await desk.must({ type: "note.add", text: "now this instance remembers it" });
  const as = desk.plan.sections[0]?.owners[0];
  const before = await writeElsewhere(desk, { ...sign, as });
  expect(await desk.ask({ ...sign, as })).toMatchObject({ outcome: "refused", refusal: { kind: "already" } });
  await desk.must({ type: "note.add", text: "and it goes on" });
  expect(await expectSound(desk)).toBe(before + 1);
});

test("an unknown release and a person who has no part in it are refused without an event", async () => {
  const desk = await startRehearsal(stand);
  const stranger = await stand.addPerson("stranger");
  const command = { type: "note.add", text: "hello" } as const;
  const ask = (releaseId: string, key: string) =>
    stand.services.submitCommand({ releaseId, key, command, actor: stranger });
  expect(await ask("nowhere", "s1")).toMatchObject({ refusal: { kind: "unknown_id", because: "unknown-release" } });
  expect(await ask(desk.releaseId, "s2")).toMatchObject({ outcome: "refused", refusal: { kind: "forbidden" } });
  expect(await expectSound(desk)).toBe(1);
});

test("a role goes to the person of the directory, whatever name the client sent, and to nobody unknown", async () => {
  const desk = await startRehearsal(stand);
  await stand.addPerson("wangwu");
  const assign = (id: string) =>
    desk.ask({ type: "role.assign", role: "role:dba", person: { id, name: "Somebody Else" } });
  expect(await assign("ghost")).toMatchObject({ refusal: { because: "unknown-person", facts: { id: "ghost" } } });
  expect(await assign("wangwu")).toMatchObject({ outcome: "accepted" });
  const snapshot = await stand.services.getReleaseSnapshot(desk);
  expect(snapshot?.state.roles["role:dba"]?.person).toEqual({ id: "wangwu", name: "wangwu" });
});

test("a hand-over that was carried out is answered by its key, also when the person is gone since", async () => {
  const desk = await startRehearsal(stand);
  await stand.addPerson("leaving");
  const handOver = { type: "role.assign", role: "role:dba", person: { id: "leaving", name: "leaving" } } as const;
  const answer = await desk.ask(handOver, "hand-over-once");
  expect(answer).toMatchObject({ outcome: "accepted" });
  await stand.instances[0]?.pools.client.user.update({ where: { id: "leaving" }, data: { disabled: true } });
  expect(await desk.ask(handOver, "a-later-hand-over")).toMatchObject({ refusal: { because: "unknown-person" } });
  expect(await desk.ask(handOver, "hand-over-once")).toEqual(answer);
});

test.each([
  ["passes on its own", false],
  ["is decided on a state that must be folded anew", true],
])("with the ordinary connections all taken a ROLLBACK %s", async (_how, isOfAnotherFold) => {
  const desk = await startRehearsal(stand);
  await desk.must({ type: "release.start", override: "a test", expectedSeq: await desk.seq() });
  const { releaseId: id } = desk;
  if (isOfAnotherFold)
    await stand.instances[0]?.pools.client.release.update({ where: { id }, data: { foldVersion: 0 } });
  const release = await takeEveryConnection(stand);
  const answer = await desk.ask({ type: "rollback.start", reason: "the pool is full" });
  await release();
  expect(answer).toMatchObject({ outcome: "accepted" });
  await expectSound(desk);
});
