import type { Database } from "@/lib/adapters/postgres/database";
import { postgresCompanionStore } from "@/lib/adapters/postgres/postgres-companion-store";
import { postgresSourceStore } from "@/lib/adapters/postgres/postgres-source-store";
import { queriesToAsk } from "@/lib/analysis/judge-round";
import type { GrafanaPlace, GrafanaView } from "@/lib/contracts/grafana";
import type { Plan } from "@/lib/domain/plan/plan";
import { versionsOf } from "@/lib/domain/plan/versions";
import type { SourceRecord } from "@/lib/ports/source-store";
import type { Services } from "./composition";
import { services } from "./composition";
import { database } from "./database";
import { environment } from "./environment";

/** Only what a link needs: nothing of how the source is asked. */
function placeOf(record: SourceRecord, framed: string | null): GrafanaPlace[] {
  const { kind, name, url, organisation, datasourceUid, dashboardUid, panels } = record;
  if (kind !== "grafana" || datasourceUid === null) return [];
  const embeds = new URL(url).origin === framed;
  return [{ source: name, url, organisation, datasourceUid, dashboardUid, panels, embeds }];
}

function checksOf(plan: Plan, places: GrafanaPlace[], first: string | undefined): GrafanaView["checks"] {
  const { version, baseline } = versionsOf(plan);
  const names = { canaryName: version, baselineName: baseline };
  return plan.checks.flatMap(({ id: check, measure }) => {
    const source = measure?.source ?? first;
    if (measure === null || source === undefined || places.every((place) => place.source !== source)) return [];
    return [{ check, source, queries: [...new Set(queriesToAsk(measure, names))] }];
  });
}

type Parts = {
  over: Pick<Database, "client">;
  verbs: Pick<Services, "getReleaseSnapshot">;
  /** The one origin that our pages may frame. */
  framed: string | null;
};

/** Where Grafana shows a release's checks, and how its annotations fare; null for an unknown release. */
export async function readGrafanaView({ over, verbs, framed }: Parts, releaseId: string): Promise<GrafanaView | null> {
  const snapshot = await verbs.getReleaseSnapshot({ releaseId });
  if (snapshot === null) return null;
  // What a rehearsal measures is in no Grafana.
  if (snapshot.state.clock.mode !== "live") return { places: [], checks: [], companions: [] };
  const listed = await postgresSourceStore(over).list();
  const places = listed.flatMap((record) => placeOf(record, framed));
  const companions = await postgresCompanionStore(over).states(releaseId);
  return {
    places,
    checks: checksOf(snapshot.plan, places, listed.find(({ kind }) => kind !== "json")?.name),
    companions,
  };
}

/** The same over this process's database. */
export function grafanaView(releaseId: string): Promise<GrafanaView | null> {
  return readGrafanaView({ over: database(), verbs: services(), framed: environment().embedGrafana }, releaseId);
}
