import { describe, expect, test } from "vitest";
import { type GrafanaPlace, grafanaDashboardLink, grafanaLink, grafanaPanelLink } from "./grafana";

const place: GrafanaPlace = {
  source: "production",
  url: "https://grafana.example.com/",
  organisation: null,
  datasourceUid: "prom-1",
  dashboardUid: null,
  panels: [],
  embeds: false,
};
const span = { from: 1_700_000_000_000, to: 1_700_000_600_000 };

describe("a link into Grafana's Explore", () => {
  test("carries every query whole, the data source and the stage's times", () => {
    const queries = ['sum(rate(http_requests_total{version="v1.0 & é"}[60s])) > 0', "up"];
    const link = new URL(grafanaLink(place, { queries, ...span }));
    expect(`${link.origin}${link.pathname}`).toBe("https://grafana.example.com/explore");
    expect(link.searchParams.get("schemaVersion")).toBe("1");
    expect(link.searchParams.has("orgId")).toBe(false);
    expect(JSON.parse(link.searchParams.get("panes") ?? "")).toEqual({
      holdpoint: {
        datasource: "prom-1",
        range: { from: "1700000000000", to: "1700000600000" },
        queries: queries.map((expr, index) => ({
          refId: "AB"[index],
          datasource: { type: "prometheus", uid: "prom-1" },
          expr,
          range: true,
          instant: false,
          editorMode: "code",
        })),
      },
    });
  });

  test("keeps the path that Grafana lives under, and names the organisation", () => {
    const link = grafanaLink(
      { ...place, url: "https://example.com/grafana", organisation: 3 },
      { queries: ["up"], ...span },
    );
    expect(link).toMatch(/^https:\/\/example\.com\/grafana\/explore\?/u);
    expect(new URL(link).searchParams.get("orgId")).toBe("3");
  });
});

describe("a link to the dashboard", () => {
  test("is there only where a dashboard was named", () => {
    expect(grafanaDashboardLink(place, span)).toBeNull();
  });

  test("opens the one panel that was named, and the whole dashboard where it is several", () => {
    const on = (panels: number[]) => grafanaDashboardLink({ ...place, dashboardUid: "a/b", panels }, span);
    expect(on([7])).toBe("https://grafana.example.com/d/a%2Fb?from=1700000000000&to=1700000600000&viewPanel=7");
    expect(on([7, 8])).toBe("https://grafana.example.com/d/a%2Fb?from=1700000000000&to=1700000600000");
  });
});

test("a panel is framed only where that was switched on, and where it is clear which", () => {
  const link = (fields: Partial<GrafanaPlace>) =>
    grafanaPanelLink({ ...place, dashboardUid: "night", ...fields }, span);
  expect(link({ panels: [7], embeds: true })).toBe(
    "https://grafana.example.com/d-solo/night?panelId=7&from=1700000000000&to=1700000600000",
  );
  expect(link({ panels: [7], embeds: false })).toBeNull();
  expect(link({ panels: [], embeds: true })).toBeNull();
  expect(link({ panels: [7, 8], embeds: true })).toBeNull();
});
