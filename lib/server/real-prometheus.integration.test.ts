import { spawnSync } from "node:child_process";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { z } from "zod";
import { postgresWatchStore } from "@/lib/adapters/postgres/postgres-watch-store";
import { SourceWish } from "@/lib/contracts/sources";
import type { CheckId } from "@/lib/domain/plan/ids";
import { DEFAULT_RUN, type Measure } from "@/lib/domain/plan/measure";
import type { Plan } from "@/lib/domain/plan/plan";
import type { PersonCommand } from "@/lib/domain/release/commands";
import type { ReleaseState } from "@/lib/domain/release/state";
import type { Watch } from "@/lib/engine/watch/start-watch";
import { measuredSample } from "@/lib/rehearsal/fixtures/sample-night";
import { openRealShop } from "./fixtures/real-shop";
import { composeSources } from "./sources-composition";
import { openLive } from "./test-companion";
import { openTestStand, quietLog, type TestStand } from "./test-stand";
import { composeWatch } from "./watch-composition";

const missing = ["prometheus", "prometheus-alertmanager"].filter(
  (command) => spawnSync(command, ["--version"]).error !== undefined,
);
// Where it may, `npm test` installs them. A person's machine may do without; CI may not.
if (missing.length > 0)
  process.stderr.write(`${missing.join(", ")} not installed: a watch over the real Prometheus is not tested here.\n`);
const isTested = missing.length === 0 || process.env["CI"] !== undefined;

const secret = "s".repeat(32);
const run = { ...DEFAULT_RUN, intervalS: 1, windowS: 5 };
const requests = 'sum(http_requests_total{version="{{version}}"})';
const errors = 'sum(http_requests_total{version="{{version}}",code=~"5.."}) or vector(0)';
const limit = (query: string): Measure => ({
  ...{ ...run, kind: "limit", query, unit: "" },
  ...{ pass: { comparator: "<", value: 1 }, fail: null },
});
const rate = (limit: number): Measure => ({
  ...run,
  ...{ kind: "rate", errors, requests, limit, healthy: "below", literal: false },
});

/** What the sample plan asks, every second, beside what a source answers when something is wrong with the question. */
const MEASURES: Partial<Record<CheckId, Measure>> = {
  "check:1.1": rate(0.001),
  "check:1.2": limit("no_such_metric"),
  "check:1.3": limit("vector(0) / vector(0)"),
  "check:1.4": limit('sum by (version) (http_requests_total{code="200"}) * 0'),
  "check:p0-1": rate(0.01),
  "check:own-1": { ...run, kind: "evidence", errors, requests, alertAt: 20, actAt: 100 },
  "check:own-2": { ...run, kind: "serving", requests },
};

function realPlan(): Plan {
  const plan = measuredSample();
  return { ...plan, checks: plan.checks.map((check) => ({ ...check, measure: MEASURES[check.id] ?? null })) };
}

const Remembered = z.object({
  checks: z.record(z.string(), z.object({ state: z.object({ run: z.object({ measurements: z.number() }) }) })),
});

const healthy = { perSecond: 1_000, errorShare: 0 };

const patience = { timeout: 240_000 };

describe.runIf(isTested)(
  "a live release watched at the real Prometheus, as an administrator defined it",
  patience,
  () => {
    let stand: TestStand;
    let shop: Awaited<ReturnType<typeof openRealShop>>;
    let watch: Watch;
    let watches: ReturnType<typeof postgresWatchStore>;
    let live: Awaited<ReturnType<typeof openLive>>;

    const state = async (): Promise<ReleaseState> => {
      const snapshot = await stand.services.getReleaseSnapshot(live);
      if (snapshot === null) throw new Error("The release is gone.");
      return snapshot.state;
    };
    const verdict = async (check: CheckId) => (await state()).checks[check]?.verdict;
    const eventually = (fact: () => Promise<void>) => vi.waitFor(fact, { timeout: 120_000, interval: 100 });
    const becomes = (check: CheckId, wanted: string) =>
      eventually(async () => expect([check, await verdict(check)]).toEqual([check, wanted]));
    /** What the watch reports between looking and asking makes a command stale. */
    const insist = (commandOf: (seq: number) => PersonCommand) =>
      eventually(async () => live.must(commandOf(await live.seq())));

    async function reachFivePercent(plan: Plan): Promise<void> {
      await insist((expectedSeq) => ({ type: "release.start", override: "a test", expectedSeq }));
      for (const stage of ["stage:1", "stage:2", "stage:3", "stage:4"] as const)
        await insist(() => ({ type: "stage.skip", stage, reason: "a test" }));
      for (const role of plan.gates[0]?.voters ?? []) {
        const gate = "gate:1";
        await insist((expectedSeq) => ({ type: "gate.vote", gate, round: 1, vote: "go", as: role, expectedSeq }));
      }
      const overridden = { type: "gate.override", gate: "gate:1", round: 1, reason: "a test" } as const;
      await insist((expectedSeq) => ({ ...overridden, expectedSeq }));
      await insist((expectedSeq) => ({ type: "stage.start", stage: "stage:5", expectedSeq }));
      await insist(() => ({ type: "traffic.confirm", share: 5 }));
    }

    beforeAll(async () => {
      stand = await openTestStand();
      shop = await openRealShop({ fresh: healthy, old: { perSecond: 19_000, errorShare: 0.0001 } });
      const [instance] = stand.instances;
      if (instance === undefined) throw new RangeError("The stand has an instance.");
      const actor = await stand.addPerson("admin", "administrator");
      const sources = composeSources(instance.pools, { secret, allowLoopback: true });
      const { url, alertmanagerUrl } = shop;
      const wish = { name: "main", kind: "prometheus" as const, url, alertmanagerUrl, secret: null };
      const defined = await sources.defineSource({ actor, wish: SourceWish.parse(wish) });
      if (!defined.ok) throw new Error(defined.refusal.because);
      await eventually(async () => {
        const tried = await sources.trySource({ actor, sourceId: defined.value.sourceId });
        expect(tried).toMatchObject({ ok: true, value: { reachable: true, outcome: "ok", alertmanager: "ok" } });
      });
      const plan = realPlan();
      live = await openLive(stand, await stand.addPerson("boss"), plan);
      watches = postgresWatchStore(instance.pools);
      const parts = { over: instance.pools, verbs: instance.services, secret, allowLoopback: true, log: quietLog };
      watch = composeWatch(parts);
      await reachFivePercent(plan);
    }, 240_000);
    afterAll(async () => {
      await watch.stop();
      await shop.close();
      await stand.close();
    });

    test("is judged on what was scraped: enough requests without errors pass, and what has no answer never does", async () => {
      await becomes("check:own-2", "passed");
      await becomes("check:1.1", "passed");
      await becomes("check:own-1", "passed");
      await becomes("check:1.2", "no_data");
      await becomes("check:1.3", "no_data");
      await becomes("check:1.4", "errored");
      expect(await state()).toMatchObject({ blind: null, traffic: { inBand: true }, rollback: { started: null } });
    });

    test("targets that are read at other moments than each other never look like another share", async () => {
      const measured = async () =>
        Remembered.parse((await watches.recall(live.releaseId)).memory).checks["check:own-2"];
      const begun = (await measured())?.state.run.measurements ?? 0;
      await eventually(async () => expect((await measured())?.state.run.measurements).toBeGreaterThan(begun + 15));
      const events = await stand.services.listEvents({ releaseId: live.releaseId, after: 0, limit: 1_000 });
      const told = events.flatMap((event) => (event.type === "check.verdict" ? [event.payload] : []));
      expect(told.filter(({ check, verdict }) => check === "check:own-2" && verdict === "failed")).toEqual([]);
      await becomes("check:own-2", "passed");
    });

    test("a new version whose process is gone is not serving, although no user sees an error", async () => {
      await shop.killFresh();
      await becomes("check:own-2", "failed");
      expect((await state()).traffic.inBand).toBe(false);
      expect(await verdict("check:p0-1")).not.toBe("failed");
      await shop.restartFresh(healthy);
    });

    test("armed, errors of the new version roll it back by the system; the alert fires, and is shown as silenced when it is", async () => {
      await insist(() => ({ type: "rollback.arm" }));
      shop.serve({ perSecond: 1_000, errorShare: 0.05 });
      await eventually(async () => expect((await state()).rollback.started).not.toBeNull());
      const events = await stand.services.listEvents({ releaseId: live.releaseId, after: 0, limit: 1_000 });
      const started = events.find(({ type }) => type === "rollback.started");
      expect(started).toMatchObject({ actor: { kind: "system" }, payload: { trigger: "trigger:p0-1", fromShare: 5 } });
      const alert = async () => Object.values((await state()).alerts).map(({ name, status }) => `${name} ${status}`);
      await eventually(async () => expect(await alert()).toEqual(["ErrorsHigh firing"]));
      const now = Date.now();
      const silence = {
        matchers: [{ name: "alertname", value: "ErrorsHigh", isRegex: false }],
        startsAt: new Date(now - 1_000).toISOString(),
        endsAt: new Date(now + 600_000).toISOString(),
        ...{ createdBy: "a test", comment: "known" },
      };
      const headers = { "content-type": "application/json" };
      const asked = { method: "POST", headers, body: JSON.stringify(silence) };
      expect((await fetch(`${shop.alertmanagerUrl}/api/v2/silences`, asked)).status).toBe(200);
      await eventually(async () => expect(await alert()).toEqual(["ErrorsHigh silenced"]));
    });
  },
);
