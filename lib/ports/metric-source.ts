import type { Plan } from "@/lib/domain/plan/plan";
import type { Instant, ReleaseClock } from "@/lib/domain/release/time";

/** Why a source could not be asked, or gave nothing that can be read at all. */
export type SourceFault =
  | "unreachable"
  | "timeout"
  | "too_large"
  | "not_json"
  | "redirected"
  | "address_refused"
  | "no_such_source"
  /** Its secret was sealed with another key: it has to be given again. */
  | "secret_unreadable";

/** What came back over HTTP, parsed and nothing more: what it means is judged elsewhere. Never thrown. */
export type SourceReply =
  | { kind: "reply"; status: number; body: unknown }
  | { kind: "fault"; because: SourceFault; detail: string };

export type Alert = {
  /** Stable as long as the alert stands. */
  id: string;
  name: string;
  summary: string;
  severity: string;
  silenced: boolean;
  since: Instant | null;
};
export type AlertsReply = { kind: "alerts"; alerts: Alert[] } | Extract<SourceReply, { kind: "fault" }>;

/** Answers PromQL: Prometheus itself, Prometheus behind Grafana, or a rehearsal's simulated shop; or serves JSON documents. Times are real, ms. */
export interface MetricSource {
  readonly name: string;
  /** Its figures are made, not measured: said wherever they are shown. */
  readonly simulated: boolean;
  query(ask: { query: string; at: Instant }): Promise<SourceReply>;
  queryRange(ask: { query: string; from: Instant; to: Instant; stepS: number }): Promise<SourceReply>;
  /** The JSON document at a path below the source's own address. Who has this knows no PromQL. */
  readJson?(ask: { path: string }): Promise<SourceReply>;
  /** Firing alerts; null where the source knows none. */
  alerts(): Promise<AlertsReply | null>;
}

/** The sources of a release, the default one first. Empty = nothing is watched. */
export interface MetricSources {
  of(release: { releaseId: string; plan: Plan; clock: ReleaseClock }): Promise<MetricSource[]>;
}
