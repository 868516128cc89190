import type { CheckId } from "@/lib/domain/plan/ids";
import type { Instant } from "@/lib/domain/release/time";

/** Where in a Grafana a release's metrics are looked at. No secret among it. */
export type GrafanaPlace = {
  /** The name of the source. */
  source: string;
  url: string;
  organisation: number | null;
  datasourceUid: string;
  dashboardUid: string | null;
  panels: number[];
  /** Whether our pages may show its panels inside. */
  embeds: boolean;
};

/** How the annotations of one release fare at one Grafana. Times are real. */
export type CompanionState = {
  source: string;
  deliveredAt: Instant | null;
  failingSince: Instant | null;
  /** Why the last try failed: a fault of the connection or `http-<status>`. */
  because: string | null;
};

/** What a console knows of Grafana: empty for rehearsals, and where no source is a Grafana. */
export type GrafanaView = {
  places: GrafanaPlace[];
  /** Measured checks that are asked through Grafana, with their queries filled in. */
  checks: { check: CheckId; source: string; queries: string[] }[];
  companions: CompanionState[];
};

type Span = { from: Instant; to: Instant };

/** Grafana may live below a path of its host. */
function addressIn({ url, organisation }: GrafanaPlace, path: string, parameters: Record<string, string>): string {
  const organised = organisation === null ? parameters : { ...parameters, orgId: String(organisation) };
  return `${url.replace(/\/+$/u, "")}${path}?${new URLSearchParams(organised)}`;
}

/** Grafana's Explore with these queries over this span (real times, ms), in the form that Grafana 10 and later read. */
export function grafanaLink(place: GrafanaPlace, { queries, from, to }: Span & { queries: readonly string[] }): string {
  const datasource = { type: "prometheus", uid: place.datasourceUid };
  const asked = queries.map((expr, index) => {
    const refId = String.fromCharCode("A".charCodeAt(0) + index);
    return { refId, datasource, expr, range: true, instant: false, editorMode: "code" };
  });
  const range = { from: String(from), to: String(to) };
  const panes = JSON.stringify({ holdpoint: { datasource: place.datasourceUid, queries: asked, range } });
  return addressIn(place, "/explore", { schemaVersion: "1", panes });
}

/** The one panel alone, to be framed in our page; null where that is not allowed or not exactly one panel was named. */
export function grafanaPanelLink(place: GrafanaPlace, { from, to }: Span): string | null {
  const [panel, ...others] = place.panels;
  if (!place.embeds || place.dashboardUid === null || panel === undefined || others.length > 0) return null;
  const path = `/d-solo/${encodeURIComponent(place.dashboardUid)}`;
  return addressIn(place, path, { panelId: String(panel), from: String(from), to: String(to) });
}

/** The dashboard, or one panel of it, over this span (real times, ms); null where none was named. */
export function grafanaDashboardLink(place: GrafanaPlace, { from, to }: Span): string | null {
  if (place.dashboardUid === null) return null;
  const [panel, ...others] = place.panels;
  const viewed: Record<string, string> = panel === undefined || others.length > 0 ? {} : { viewPanel: String(panel) };
  const path = `/d/${encodeURIComponent(place.dashboardUid)}`;
  return addressIn(place, path, { from: String(from), to: String(to), ...viewed });
}
