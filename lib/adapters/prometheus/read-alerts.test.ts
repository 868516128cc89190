import { describe, expect, it } from "vitest";
import { readAlertmanagerAlerts, readPrometheusAlerts } from "./read-alerts";

type Labels = Record<string, string>;

function firing(...alerts: { labels: Labels; annotations?: Labels }[]) {
  const data = { alerts: alerts.map((alert) => ({ state: "firing", ...alert })) };
  const read = readPrometheusAlerts({ kind: "reply", status: 200, body: { status: "success", data } });
  return read.kind === "alerts" ? read.alerts : [];
}

describe("alerts", () => {
  it("come in the same order, however the source has them: else a storm would be news every round", () => {
    const [a, b] = [{ labels: { alertname: "A" } }, { labels: { alertname: "B" } }];
    expect(firing(a, b)).toEqual(firing(b, a));
    const status = { state: "active" } as const;
    const held = [b, a].map((one) => ({ fingerprint: "f", ...one, status }));
    const read = readAlertmanagerAlerts({ kind: "reply", status: 200, body: held });
    expect(read.kind === "alerts" ? read.alerts.map(({ name }) => name) : []).toEqual(["A", "B"]);
  });

  it("are told apart however long their labels are", () => {
    const long = "x".repeat(400);
    const ids = ["1", "2"].flatMap((pod) => firing({ labels: { alertname: "A", container: long, pod } }));
    expect(new Set(ids.map(({ id }) => id)).size).toBe(2);
    expect(Math.max(...ids.map(({ id }) => id.length))).toBeLessThanOrEqual(300);
  });

  it("never say what the log cannot keep: no half characters, no U+0000", () => {
    const [alert] = firing({
      labels: { alertname: "A\u0000" },
      annotations: { summary: `${"x".repeat(299)}\u{1f525} fire` },
    });
    expect(alert).toMatchObject({ id: "alertname=A\ufffd", name: "A\ufffd", summary: `${"x".repeat(299)}\ufffd` });
  });
});
