import { describe, expect, it } from "vitest";
import type { CheckId } from "@/lib/domain/plan/ids";
import { DEFAULT_RUN, type Measure } from "@/lib/domain/plan/measure";
import type { Plan } from "@/lib/domain/plan/plan";
import { ops, shifting } from "@/lib/domain/release/fixtures/small-night";
import { smallPlan } from "@/lib/domain/release/fixtures/small-plan";
import type { ReleaseState } from "@/lib/domain/release/state";
import type { MetricSource, SourceReply } from "@/lib/ports/metric-source";
import { pauseMs } from "./round-pace";
import { roundReports } from "./round-reports";
import { runRound } from "./run-round";
import { type Memory, NO_MEMORY } from "./watch-memory";

const lines = { from: 0, to: 0 };
const limit = { ...DEFAULT_RUN, kind: "limit", unit: "ms", pass: { comparator: "<", value: 100 }, fail: null } as const;
const serving: Measure = { ...DEFAULT_RUN, kind: "serving", requests: 'served{v="{{version}}"}' };

const check = (id: CheckId, measure: Measure) => ({ id, name: id, text: id, measure, required: true, lines });

function planWith(...measures: Measure[]): Plan {
  const checks = measures.map((measure, index) => check(`check:${index + 1}`, measure));
  return { ...smallPlan, checks };
}

function value(text: string, atS: number): SourceReply {
  const result = [{ metric: {}, value: [atS, text] }];
  return { kind: "reply", status: 200, body: { status: "success", data: { resultType: "vector", result } } };
}

type Answers = (query: string, at: number) => SourceReply;

function sourceOf(answers: Answers, name = "main") {
  const asked: string[] = [];
  const source: MetricSource = {
    name,
    simulated: false,
    query: async ({ query, at }) => {
      asked.push(query);
      return answers(query, at);
    },
    queryRange: async () => ({ kind: "fault", because: "unreachable", detail: "" }),
    alerts: async () => null,
  };
  return { source, asked };
}

const down: Answers = () => ({ kind: "fault", because: "unreachable", detail: "" });
const always =
  (text: string): Answers =>
  (_, at) =>
    value(text, at / 1000);

/** Half the traffic is on the new version of a release of this plan. */
function running(): ReleaseState {
  const play = shifting();
  play.must(ops, { type: "traffic.confirm", share: 50 });
  return play.state();
}

type Round = { plan: Plan; source: MetricSource; memory?: Memory; state?: ReleaseState; seconds?: number };

function roundOf({ plan, source, memory = NO_MEMORY, state = running(), seconds = 0 }: Round) {
  const at = state.lastAt + seconds * 1000;
  return runRound({ snapshot: { releaseId: "r1", plan, state }, sources: [source], memory, at });
}

describe("a round", () => {
  it("asks every question once, however many checks have it", async () => {
    const { source, asked } = sourceOf(always("5"));
    const { round } = await roundOf({ plan: planWith({ ...limit, query: "p99" }, { ...limit, query: "p99" }), source });
    expect(asked).toEqual(["p99"]);
    expect(round.evidence.verdicts).toEqual({ "check:1": "passed", "check:2": "passed" });
  });

  it("keeps what it measured as samples, by check and side", async () => {
    const { source } = sourceOf(always("42"));
    const { samples } = await roundOf({ plan: planWith({ ...limit, query: "p99" }), source });
    expect(samples).toMatchObject([{ series: "check:1|one", value: 42 }]);
  });

  it("leaves a check alone while its delay is not over, and it has not passed", async () => {
    const plan = planWith({ ...limit, query: "p99", initialDelayS: 60 });
    const { source, asked } = sourceOf(always("5"));
    const { round } = await roundOf({ plan, source });
    expect(asked).toEqual([]);
    expect(round.readings).toMatchObject([{ verdict: "inconclusive", asked: false }]);
    expect(roundReports({ state: running(), round }, () => "")).toEqual([]);
  });

  it("errs in the checks whose source nobody has defined, and sees nothing lost by it", async () => {
    const { source } = sourceOf(always("5"));
    const { round } = await roundOf({ plan: planWith({ ...limit, query: "p99", source: "other" }), source });
    expect(round.readings).toMatchObject([{ verdict: "errored" }]);
    expect(round.sources).toMatchObject([{ source: "main", seen: true }]);
  });
});

describe("a source that does not answer", () => {
  it("is lost with the fifth round in a row, and seen again with the first answer", async () => {
    const plan = planWith({ ...limit, query: "p99" });
    let memory = NO_MEMORY;
    const seen: boolean[] = [];
    for (let index = 0; index < 5; index += 1) {
      const done = await roundOf({ plan, source: sourceOf(down).source, memory, seconds: index * 15 });
      memory = done.memory;
      seen.push(done.round.sources[0]?.seen ?? true);
    }
    expect(seen).toEqual([true, true, true, true, false]);
    const back = await roundOf({ plan, source: sourceOf(always("5")).source, memory, seconds: 90 });
    expect(back.round.sources).toMatchObject([{ seen: true }]);
    expect(back.round.readings).toMatchObject([{ verdict: "passed" }]);
  });

  it("is reported before its checks, so that nothing acts by itself on what is not seen", async () => {
    const state = running();
    const { round } = await roundOf({
      plan: planWith({ ...limit, query: "p99" }),
      source: sourceOf(down).source,
      state,
    });
    const lost = { ...round, sources: round.sources.map((one) => ({ ...one, seen: false })) };
    expect(roundReports({ state, round: lost }, () => "").map(({ type }) => type)).toEqual([
      "source.report",
      "check.report",
    ]);
  });
});

describe("the share that the new version serves", () => {
  const counted =
    (perS: { fresh: number; old: number }): Answers =>
    (query, at) => {
      const { fresh, old } = perS;
      return value(
        String((query.includes(smallPlan.info.version) ? fresh : old) * (at / 1000 - 1_700_000_000)),
        at / 1000,
      );
    };

  it.each([
    ["agrees with the wanted one", { fresh: 100, old: 100 }, "in", "traffic.report"],
    ["is far off", { fresh: 10, old: 190 }, "out", "traffic.report"],
    ["is nothing: the new version is dead behind its proxy", { fresh: 0, old: 200 }, "out", "traffic.report"],
  ] as const)("%s", async (_, perS, band, type) => {
    const plan = planWith(serving);
    const { source } = sourceOf(counted(perS));
    const first = await roundOf({ plan, source });
    const second = await roundOf({ plan, source, memory: first.memory, seconds: 15 });
    const { round } = await roundOf({ plan, source, memory: second.memory, seconds: 30 });
    // What is out of its band is believed when it is seen twice running.
    expect(second.round.evidence.band).toBe(band === "in" ? "in" : "unknown");
    expect(round.evidence.band).toBe(band);
    // Between two of its rounds the share that was seen last is shown.
    const between = await roundOf({ plan, source, memory: second.memory, seconds: 17 });
    expect(between.round.readings).toMatchObject([{ asked: false }]);
    expect(between.round.evidence.observedShare).toBe(second.round.evidence.observedShare);
    expect(between.round.evidence.observedShare).toBe((100 * perS.fresh) / (perS.fresh + perS.old));
    expect(roundReports({ state: running(), round }, () => "").map((command) => command.type)).toContain(type);
  });
});

describe("a probe that reads a JSON document", () => {
  const [section] = smallPlan.sections;
  const [item] = section?.items ?? [];
  if (item === undefined) throw new Error("The small plan has an item.");
  const probe: Measure = {
    ...{ ...DEFAULT_RUN, kind: "json", source: "ops", path: "/lag", field: "lag_ms", equals: "", unit: "ms" },
    ...{ pass: { comparator: "<", value: 100 }, fail: null },
  };
  const plan = { ...smallPlan, checks: [{ ...check("check:probe", probe), text: item.text, required: false }] };
  const documents = (lag: number) => {
    const asked: string[] = [];
    const { source } = sourceOf(down, "ops");
    const readJson: MetricSource["readJson"] = async ({ path }) => {
      asked.push(path);
      return { kind: "reply", status: 200, body: { lag_ms: lag } };
    };
    return { asked, source: { ...source, readJson } };
  };

  it("keeps its value for the signature, and expires it when it is false two rounds running", async () => {
    const state = running();
    const good = await roundOf({ plan, source: documents(4).source, state });
    expect(good.round.evidence.probes).toMatchObject([{ item: item.id, verdict: "passed", falseRounds: 0 }]);
    expect(good.round.evidence.probes?.[0]?.says.values).toMatchObject({ value: "4 ms" });
    const once = await roundOf({ plan, source: documents(250).source, state, memory: good.memory, seconds: 15 });
    expect(roundReports({ state, round: once.round }, () => "").map(({ type }) => type)).not.toContain("item.expire");
    const twice = await roundOf({ plan, source: documents(250).source, state, memory: once.memory, seconds: 30 });
    expect(roundReports({ state, round: twice.round }, ({ key }) => key)).toContainEqual(
      expect.objectContaining({ type: "item.expire", item: item.id, reason: "verdict.limit.missed" }),
    );
  });

  it("is asked as long as its item can be signed, and no more once the release is observed", async () => {
    const state = running();
    const during = documents(4);
    await roundOf({ plan, source: during.source, state: { ...state, status: "held" } });
    expect(during.asked).toEqual(["/lag"]);
    const after = documents(4);
    await roundOf({ plan, source: after.source, state: { ...state, status: "observing" } });
    expect(after.asked).toEqual([]);
  });

  it("asks nothing outside in a rehearsal: no data, which neither passes nor fails", async () => {
    const { source } = sourceOf(always("5"), "simulated shop");
    const { round } = await roundOf({ plan, source: { ...source, simulated: true } });
    expect(round.evidence.verdicts).toEqual({ "check:probe": "no_data" });
  });

  it("is at fault where the source named knows no documents", async () => {
    const { round } = await roundOf({ plan, source: sourceOf(always("5"), "ops").source });
    expect(round.evidence.verdicts).toEqual({ "check:probe": "errored" });
  });
});

it("no data is news once there is traffic, and none before", async () => {
  const state = running();
  const before = { ...state, traffic: { ...state.traffic, wanted: 0 } };
  const { round } = await roundOf({
    plan: planWith({ ...limit, query: "p99" }),
    source: sourceOf(always("NaN")).source,
  });
  expect(roundReports({ state: before, round }, () => "")).toEqual([]);
  expect(roundReports({ state, round }, () => "")).toMatchObject([{ type: "check.report", verdict: "no_data" }]);
});

it("a run begins anew when the wanted share changes: evidence of one stage is not the next one's", async () => {
  const plan = planWith({ ...limit, query: "p99" });
  const state = running();
  const broken = await roundOf({ plan, source: sourceOf(always("500")).source, state });
  expect(broken.round.readings).toMatchObject([{ verdict: "failed" }]);
  const source = sourceOf(always("5")).source;
  const same = await roundOf({ plan, source, memory: broken.memory, state, seconds: 15 });
  expect(same.round.readings).toMatchObject([{ verdict: "failed" }]);
  const less = { ...state, traffic: { ...state.traffic, wanted: 25 } };
  const next = await roundOf({ plan, source, memory: broken.memory, state: less, seconds: 15 });
  expect(next.round.readings).toMatchObject([{ verdict: "passed" }]);
});

it("a round is JSON, so that a restart restores what it remembers", async () => {
  const { memory } = await roundOf({
    plan: planWith(serving, { ...limit, query: "p99" }),
    source: sourceOf(always("5")).source,
  });
  expect(JSON.parse(JSON.stringify(memory))).toEqual(memory);
});

/** Rounds by the watch's own pace: which queries were asked when, in seconds. */
async function pace(plan: Plan, answers: Answers, { state = running(), untilS = 120 } = {}) {
  let memory = NO_MEMORY;
  const rounds: { atS: number; asked: string[]; together: number | null; passed: string[] }[] = [];
  for (let seconds = 0; seconds <= untilS; ) {
    const { source, asked } = sourceOf(answers);
    const done = await roundOf({ plan, source, memory, state, seconds });
    memory = done.memory;
    const { together } = done.round.evidence;
    const togetherS = together === undefined ? null : Math.round((together.at - state.lastAt) / 1000);
    rounds.push({ atS: seconds, asked, together: togetherS, passed: together?.passed ?? [] });
    seconds += pauseMs({ plan, state }, memory, state.lastAt + seconds * 1000) / 1000;
  }
  return { rounds, memory };
}

describe("the pace of the rounds", () => {
  it("is ten seconds after an error, and the shortest interval otherwise", async () => {
    const plan = planWith({ ...limit, query: "p99" });
    const { rounds } = await pace(plan, (_, at) => (at === running().lastAt ? down("", at) : value("5", at / 1000)), {
      untilS: 40,
    });
    expect(rounds.map(({ atS }) => atS)).toEqual([0, 10, 25, 40]);
  });

  it("asks a slow check at its own interval and not at that of others", async () => {
    const plan = planWith({ ...limit, query: "fast" }, { ...limit, query: "slow", intervalS: 60 });
    const { rounds } = await pace(plan, always("5"));
    expect(rounds.filter(({ asked }) => asked.includes("slow")).map(({ atS }) => atS)).toEqual([0, 60, 120]);
  });

  it("asks all checks that gates stand on together whenever the slowest is asked, and says who passed in that round", async () => {
    const plan = planWith({ ...limit, query: "fast" }, { ...limit, query: "slow", intervalS: 60 });
    const { rounds } = await pace(plan, always("5"), { untilS: 45 });
    expect(rounds.map(({ atS, together }) => [atS, together])).toEqual([
      [0, 0],
      [15, 0],
      [30, 0],
      [45, 0],
    ]);
    expect(rounds[0]?.passed).toEqual(["check:1", "check:2"]);
  });

  it("counts no older verdict into a round: what passed when the other had not opens no gate", async () => {
    const plan = planWith({ ...limit, query: "fast" }, { ...limit, query: "slow", intervalS: 60 });
    const state = running();
    const fastIsLate: Answers = (query, at) =>
      value(query === "fast" && at < state.lastAt + 10_000 ? "NaN" : "5", at / 1000);
    const { rounds } = await pace(plan, fastIsLate, { state, untilS: 60 });
    expect(rounds.find(({ atS }) => atS === 15)).toMatchObject({ together: 0, passed: ["check:2"] });
    expect(rounds.at(-1)).toMatchObject({ together: 60, passed: ["check:1", "check:2"] });
  });

  it("shows between two rounds what a slow check said last", async () => {
    const plan = planWith({ ...limit, query: "fast" }, { ...limit, query: "slow", intervalS: 60 });
    const first = await roundOf({ plan, source: sourceOf(always("5")).source });
    const next = await roundOf({ plan, source: sourceOf(always("6")).source, memory: first.memory, seconds: 15 });
    expect(next.round.readings[1]).toMatchObject({
      asked: false,
      verdict: "passed",
      says: { values: { value: "5 ms" } },
    });
  });
});

describe("a rehearsal in preparation", () => {
  const preparing = (): ReleaseState => {
    const state = running();
    const clock = { mode: "rehearsal" as const, speed: 60, startsAt: 1_900_000_000_000, startedAt: null };
    return { ...state, status: "preparing", clock, traffic: { ...state.traffic, wanted: 0 } };
  };

  it("is watched as long as it lasts, although its clock stands still", async () => {
    const { rounds } = await pace(planWith({ ...limit, query: "p99" }), always("5"), {
      state: preparing(),
      untilS: 40,
    });
    const asked = rounds.filter((round) => round.asked.length > 0).map(({ atS }) => atS);
    expect(asked.length).toBeGreaterThanOrEqual(3);
    // It looks more often than it asks: what begins must not wait for its first round.
    expect(rounds.length).toBeGreaterThan(asked.length);
  });

  it("begins its runs anew with the start: nothing from before it is judged on", async () => {
    const plan = planWith({ ...limit, query: "p99" });
    const state = preparing();
    const before = await roundOf({ plan, source: sourceOf(always("500")).source, state });
    expect(before.round.readings).toMatchObject([{ verdict: "failed" }]);
    const clock = { ...state.clock, startedAt: state.lastAt };
    const started = { ...state, status: "running" as const, clock };
    const { source, asked } = sourceOf(always("5"));
    const after = await roundOf({ plan, source, memory: before.memory, state: started, seconds: 1 });
    expect(asked).toEqual(["p99"]);
    expect(after.round.readings).toMatchObject([{ verdict: "passed" }]);
  });
});

it("a query that errs five times running while the source answers others calls a person for that check", async () => {
  const plan = planWith({ ...limit, query: "broken" }, { ...limit, query: "p99" });
  const answers: Answers = (query, at) =>
    query === "broken"
      ? { kind: "reply", status: 400, body: { status: "error", errorType: "bad_data", error: "parse error" } }
      : value("5", at / 1000);
  const state = running();
  const errored = { verdict: "errored" as const, sentence: "", says: null, since: 0 };
  const known = { ...state, checks: { "check:1": errored } };
  let memory = NO_MEMORY;
  const calls: string[][] = [];
  for (let index = 0; index < 5; index += 1) {
    const done = await roundOf({ plan, source: sourceOf(answers).source, memory, state, seconds: index * 10 });
    memory = done.memory;
    expect(done.round.sources).toMatchObject([{ seen: true }]);
    calls.push(roundReports({ state: known, round: done.round }, () => "").map(({ type }) => type));
  }
  expect(calls.map((types) => types.includes("call.raise"))).toEqual([false, false, false, false, true]);
});

it("a source that is gone is one call, not one for each of its checks, nor does its return call for what was not asked again", async () => {
  const plan = planWith({ ...limit, query: "p50" }, { ...limit, query: "p99" });
  const state = running();
  const errored = { verdict: "errored" as const, sentence: "", says: null, since: 0 };
  const known = { ...state, checks: { "check:1": errored, "check:2": errored } };
  const told = ({ round }: Awaited<ReturnType<typeof roundOf>>) =>
    roundReports({ state: known, round }, () => "").map(({ type }) => type);
  let memory = NO_MEMORY;
  const calls: string[][] = [];
  for (let index = 0; index < 5; index += 1) {
    const done = await roundOf({ plan, source: sourceOf(down).source, memory, state, seconds: index * 10 });
    memory = done.memory;
    calls.push(told(done));
    if (index === 4) expect(done.round.readings.map(({ blind }) => blind)).toEqual([true, true]);
  }
  expect(calls).toEqual([[], [], [], [], ["source.report"]]);
  const between = await roundOf({ plan, source: sourceOf(always("5")).source, memory, state, seconds: 41 });
  expect(between.round.readings.filter(({ blind, asked }) => blind === true && !asked)).toHaveLength(2);
  expect(told(between)).not.toContain("call.raise");
});

it("says while the release is observed what the checks behind its criteria and windows say, and not before", async () => {
  const [criterion] = smallPlan.criteria;
  const own = { ...check("check:own", { ...limit, query: "p99" }), text: criterion?.text ?? "" };
  const plan = { ...smallPlan, checks: [own, check("check:other", { ...limit, query: "other" })] };
  const { source } = sourceOf(always("5"));
  const during = await roundOf({ plan, source });
  expect(during.round.evidence.afterwards).toBeUndefined();
  const after = await roundOf({ plan, source, state: { ...running(), status: "observing" } });
  expect(after.round.evidence.afterwards).toMatchObject([{ check: "check:own", verdict: "passed" }]);
});
