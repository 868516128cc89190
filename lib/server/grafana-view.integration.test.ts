import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { postgresSourceStore } from "@/lib/adapters/postgres/postgres-source-store";
import { DEFAULT_RUN, type LimitMeasure } from "@/lib/domain/plan/measure";
import type { Plan } from "@/lib/domain/plan/plan";
import { versionsOf } from "@/lib/domain/plan/versions";
import { readGrafanaView } from "./grafana-view";
import { companionStand } from "./test-companion";
import { samplePlan, startRehearsal } from "./test-stand";

const night = companionStand();
beforeAll(night.open);
afterEach(night.tidy);
afterAll(night.close);

/** The sample plan with one check that the default source is asked, and one that another is. */
function measuredPlan(): Plan {
  const plan = samplePlan();
  const measure = (source: string | null): LimitMeasure => {
    const query = 'lag{version="{{version}}"}[{{window}}]';
    return { ...DEFAULT_RUN, kind: "limit", query, windowS: 30, unit: "ms", pass: null, fail: null, source };
  };
  const sources = [null, "elsewhere"];
  const checks = plan.checks.map((check, index) => {
    const source = sources[index];
    return { ...check, measure: source === undefined ? null : measure(source) };
  });
  return { ...plan, checks };
}

describe("what a console learns of Grafana", () => {
  const view = (releaseId: string, framed: string | null = null) => {
    const { pools, services } = night.instance();
    return readGrafanaView({ over: pools, verbs: services, framed }, releaseId);
  };

  test("is where its checks are, with their queries filled in, and no secret", async () => {
    const { grafana, sourceId } = await night.source({ dashboardUid: "night", panels: [3] });
    await postgresSourceStore(night.instance().pools).makeDefault(sourceId);
    const live = await night.live(measuredPlan());
    const seen = await view(live.releaseId, grafana.url);
    expect(seen?.places).toMatchObject([{ url: grafana.url, datasourceUid: "prom", panels: [3], embeds: true }]);
    expect(Object.keys(seen?.places[0] ?? {})).not.toContain("sealedSecret");
    const { version } = versionsOf(measuredPlan());
    expect(seen?.checks).toMatchObject([{ queries: [`lag{version="${version}"}[30s]`] }]);
    expect((await view(live.releaseId))?.places[0]?.embeds).toBe(false);
  });

  test("is nothing in a rehearsal: what it measures is in no Grafana", async () => {
    await night.source();
    const desk = await startRehearsal(night.stand());
    expect(await view(desk.releaseId)).toEqual({ places: [], checks: [], companions: [] });
  });
});

test.each([
  ["may", { "annotations:read": ["*"], "annotations:create": ["*"], "annotations:write": ["*"] }, "ok"],
  ["may not", { "annotations:read": ["*"] }, "denied"],
  ["may, as far as an old Grafana can say,", null, "unknown"],
])(
  "a test of the connection says that annotations %s be written, and writes none",
  async (_, permissions, annotations) => {
    const source = await night.source();
    source.grafana.permissions = permissions;
    expect(await source.test()).toMatchObject({ ok: true, value: { outcome: "ok", annotations } });
    expect(source.grafana.annotations).toEqual([]);
  },
);
