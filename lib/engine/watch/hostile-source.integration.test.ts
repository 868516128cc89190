import { afterEach, describe, expect, test } from "vitest";
import { createOutboundHttp } from "@/lib/adapters/outbound-http/outbound-http";
import { alertmanagerAlerts } from "@/lib/adapters/prometheus/alertmanager";
import { prometheusSource } from "@/lib/adapters/prometheus/prometheus-source";
import { DEFAULT_RUN, type LimitMeasure, type Measure, type RateMeasure } from "@/lib/domain/plan/measure";
import { ops, shifting } from "@/lib/domain/release/fixtures/small-night";
import { smallPlan } from "@/lib/domain/release/fixtures/small-plan";
import type { MetricSource } from "@/lib/ports/metric-source";
import type { OutboundHttp } from "@/lib/ports/outbound-http";
import {
  byQuery,
  drips,
  floods,
  gzipBomb,
  hangs,
  inTurn,
  type Manner,
  openHostileServer,
  type Point,
  resets,
  status,
  vector,
} from "./fixtures/hostile-server";
import { alertReports } from "./round-reports";
import { runRound } from "./run-round";
import { type Memory, NO_MEMORY } from "./watch-memory";

const cutMs = 5_000;
const lines = { from: 0, to: 0 };
const http: OutboundHttp = createOutboundHttp({ allowed: { loopback: true, privateRanges: false } });
let servers: { close: () => void }[] = [];

afterEach(() => {
  for (const server of servers) server.close();
  servers = [];
});

async function serve(manner: Manner) {
  const server = await openHostileServer(manner);
  servers.push(server);
  return server;
}

const sourceAt = (url: string, name = "main"): MetricSource =>
  prometheusSource({ name, url, credentials: { kind: "none" }, http });

const limit: LimitMeasure = {
  ...{ ...DEFAULT_RUN, kind: "limit", query: "p99", unit: "ms" },
  ...{ pass: { comparator: "<", value: 100 }, fail: null },
};
const rate: RateMeasure = {
  ...{ ...DEFAULT_RUN, kind: "rate", errors: "errors", requests: "requests" },
  ...{ limit: 0.001, healthy: "below", literal: false },
};

function running() {
  const play = shifting();
  play.must(ops, { type: "traffic.confirm", share: 50 });
  return play.state();
}

/** Rounds of one or more checks, a quarter of a minute apart, without waiting for it. */
async function watch(sources: MetricSource[], measures: Measure[], count = 1) {
  const state = running();
  const checks = measures.map((measure, index) => {
    const id = `check:${index + 1}` as const;
    return { id, name: id, text: id, measure, required: true, lines };
  });
  const snapshot = { releaseId: "r1", plan: { ...smallPlan, checks }, state };
  let memory: Memory = NO_MEMORY;
  const rounds = [];
  for (let index = 0; index < count; index += 1) {
    const done = await runRound({ snapshot, sources, memory, at: state.lastAt + index * 15_000 });
    memory = done.memory;
    rounds.push(done.round);
  }
  return { rounds, memory };
}

async function verdicts(manner: Manner, measure: Measure = limit, count = 1) {
  const { url } = await serve(manner);
  const { rounds } = await watch([sourceAt(url)], [measure], count);
  return rounds.map(({ evidence }) => evidence.verdicts["check:1"]);
}

describe("a metric source that", () => {
  test.each<[string, Manner, string]>([
    ["answers a fine value", vector({ value: "42" }), "passed"],
    ["cuts the connection", resets, "errored"],
    ["answers NaN", vector({ value: "NaN" }), "no_data"],
    ["answers +Inf", vector({ value: "+Inf" }), "no_data"],
    ["answers -Inf", vector({ value: "-Inf" }), "no_data"],
    ["answers nothing", vector(), "no_data"],
    [
      "answers two series",
      vector({ metric: { pod: "a" }, value: "1" }, { metric: { pod: "b" }, value: "2" }),
      "errored",
    ],
    ["answers HTML with 200", status(200, "<html><body>Sign in</body></html>"), "errored"],
    [
      "answers broken JSON",
      status(200, '{"status":"success","data":{"resultType":"vector","result":[{"met'),
      "errored",
    ],
    ["answers JSON of another kind", status(200, '{"ok":true}'), "errored"],
    ["answers a number that is none", vector({ value: "12abc" }), "errored"],
    ["answers 400", status(400, '{"status":"error","errorType":"bad_data","error":"parse error"}'), "errored"],
    ["answers 422", status(422, '{"status":"error","errorType":"execution","error":"many-to-many"}'), "errored"],
    ["answers 503", status(503, '{"status":"error","errorType":"timeout","error":"query timed out"}'), "errored"],
    ["answers 404 as text", status(404, "404 page not found\n"), "errored"],
    ["redirects", (response) => response.writeHead(302, { location: "http://127.0.0.1:1/" }).end(), "errored"],
    ["answers what is ten minutes old", vector({ value: "42", ageS: 600 }), "no_data"],
    ["answers what is ten minutes ahead", vector({ value: "42", ageS: -600 }), "no_data"],
  ])("%s", async (_, manner, verdict) => expect(await verdicts(manner)).toEqual([verdict]));

  test("refuses the connection", async () => {
    const server = await openHostileServer(vector());
    server.close();
    const { rounds } = await watch([sourceAt(server.url)], [limit]);
    expect(rounds[0]?.evidence.verdicts).toEqual({ "check:1": "errored" });
  });

  test("never answers, or never ends, is cut after five seconds and delays no question to another source", async () => {
    const [dead, dripping, good] = [await serve(hangs), await serve(drips), await serve(vector({ value: "42" }))];
    const began = performance.now();
    let answeredAfter = Number.POSITIVE_INFINITY;
    const fine = sourceAt(good.url, "good");
    const timed: MetricSource = {
      ...fine,
      query: async (ask) => {
        const reply = await fine.query(ask);
        answeredAfter = performance.now() - began;
        return reply;
      },
    };
    const { rounds } = await watch(
      [sourceAt(dead.url, "dead"), sourceAt(dripping.url, "dripping"), timed],
      [
        { ...limit, source: "dead" },
        { ...limit, source: "dripping" },
        { ...limit, source: "good" },
      ],
    );
    const took = performance.now() - began;
    expect(rounds[0]?.evidence.verdicts).toEqual({ "check:1": "errored", "check:2": "errored", "check:3": "passed" });
    expect(answeredAfter).toBeLessThan(cutMs / 2);
    expect(took).toBeGreaterThanOrEqual(cutMs - 50);
    expect(took).toBeLessThan(2 * cutMs);
  });

  test("floods with 100 MB, or with a gzip bomb, costs less than 50 MB of memory", async () => {
    const [flood, bomb] = [await serve(floods(100)), await serve(gzipBomb)];
    await watch([sourceAt(flood.url)], [limit]);
    const used = () => {
      const { heapUsed, external } = process.memoryUsage();
      return heapUsed + external;
    };
    const before = used();
    let most = 0;
    const timer = setInterval(() => {
      most = Math.max(most, used() - before);
    }, 5);
    for (let index = 0; index < 3; index += 1) {
      for (const { url } of [flood, bomb]) {
        const { rounds } = await watch([sourceAt(url)], [limit]);
        expect(rounds[0]?.evidence.verdicts).toEqual({ "check:1": "errored" });
        most = Math.max(most, used() - before);
      }
    }
    clearInterval(timer);
    expect(most).toBeGreaterThan(0);
    expect(most).toBeLessThan(50 * 1024 * 1024);
  });
});

describe("a source that flaps", () => {
  const fine = vector({ value: "42" });
  const seenIn = (rounds: { sources: { seen: boolean }[] }[]) => rounds.map(({ sources }) => sources[0]?.seen);

  test("four errors in a row are borne, and the run goes on", async () => {
    const { url } = await serve(inTurn(fine, resets, resets, resets, resets, fine));
    const { rounds, memory } = await watch([sourceAt(url)], [limit], 6);
    expect(seenIn(rounds)).toEqual([true, true, true, true, true, true]);
    expect(rounds.map(({ evidence }) => evidence.verdicts["check:1"])).toEqual([
      ...["passed", "errored", "errored", "errored", "errored", "passed"],
    ]);
    expect(memory.checks["check:1"]?.state.run.number).toBe(1);
  });

  test("the fifth is blindness, and the first answer begins a fresh run", async () => {
    const { url } = await serve(inTurn(fine, resets, resets, resets, resets, resets, fine));
    const { rounds, memory } = await watch([sourceAt(url)], [limit], 7);
    expect(seenIn(rounds)).toEqual([true, true, true, true, true, false, true]);
    expect(rounds[6]?.evidence.verdicts).toEqual({ "check:1": "passed" });
    expect(memory.checks["check:1"]?.state.run.number).toBe(2);
  });

  test("a query that is wrong is no blindness: the source is there", async () => {
    const { url } = await serve(status(400, '{"status":"error","errorType":"bad_data","error":"parse error"}'));
    const { rounds } = await watch([sourceAt(url)], [limit], 7);
    expect(seenIn(rounds)).toEqual([true, true, true, true, true, true, true]);
  });
});

describe("exactly on a border", () => {
  test.each<[string, Partial<LimitMeasure>, string]>([
    ["< 100", {}, "failed"],
    ["<= 100", { pass: { comparator: "<=", value: 100 } }, "passed"],
    ["> 100 as a failure", { pass: null, fail: { comparator: ">", value: 100 } }, "passed"],
    [">= 100 as a failure", { pass: null, fail: { comparator: ">=", value: 100 } }, "failed"],
    ["between < 100 and > 100", { fail: { comparator: ">", value: 100 } }, "inconclusive"],
    ["no bound at all", { pass: null }, "inconclusive"],
  ])("%s", async (_, bounds, verdict) =>
    expect(await verdicts(vector({ value: "100" }), { ...limit, ...bounds })).toEqual([verdict]),
  );
});

/** Counters in the rounds that follow each other. */
const counters = (errors: Point[][], requests: Point[][]): Manner =>
  byQuery({
    errors: inTurn(...errors.map((points) => vector(...points))),
    requests: inTurn(...requests.map((points) => vector(...points))),
  });
const sum = (value: number): Point[] => [{ value: String(value) }];
const scraped = (value: number): Point[] => [{ metric: { __name__: "requests", pod: "a" }, value: String(value) }];

describe("counters", () => {
  test("that do not rise are no data, never passed", async () => {
    const still = counters([sum(3), sum(3)], [sum(9_000), sum(9_000)]);
    expect(await verdicts(still, rate, 3)).toEqual(["inconclusive", "no_data", "no_data"]);
  });

  test("that were set back have counted from zero since: as scraped the requests after it count, of a sum they do not", async () => {
    const set = (points: (value: number) => Point[]) =>
      counters([sum(0)], [points(50_000), points(54_000), points(4_000), points(8_000)]);
    expect(await verdicts(set(scraped), rate, 4)).toEqual(["inconclusive", "passed", "passed", "passed"]);
    expect((await verdicts(set(sum), rate, 4))[2]).not.toBe("failed");
  });

  test("that are exactly on the limit are not passed, not even plainly divided", async () => {
    const exact = () => counters([sum(0), sum(1), sum(2)], [sum(0), sum(1_000), sum(2_000)]);
    expect(await verdicts(exact(), rate, 3)).toEqual(["inconclusive", "inconclusive", "inconclusive"]);
    expect(await verdicts(exact(), { ...rate, literal: true }, 3)).not.toContain("passed");
  });
});

test("a silenced alert is reported as silenced, not as absent", async () => {
  const alert = {
    ...{ fingerprint: "f", labels: { alertname: "LagHigh", severity: "page" }, annotations: { summary: "lag" } },
    ...{ startsAt: "2026-11-23T02:00:00Z", status: { state: "suppressed", silencedBy: ["s1"], inhibitedBy: [] } },
  };
  const { url } = await serve(status(200, JSON.stringify([alert])));
  const reply = await alertmanagerAlerts({ url, credentials: { kind: "none" }, http });
  if (reply.kind === "fault") throw new Error(reply.detail);
  const reports = alertReports(
    running(),
    reply.alerts.map((one) => ({ ...one, source: "main" })),
  );
  expect(reports).toMatchObject([{ type: "alert.report", name: "LagHigh", status: "silenced" }]);
});
