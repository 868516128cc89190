import type { Answer } from "@/lib/contracts/answer";
import type { SourceTest } from "@/lib/contracts/sources";
import type { Actor } from "@/lib/domain/release/actor";
import type { Instant } from "@/lib/domain/release/time";
import type { MetricSource, SourceReply } from "@/lib/ports/metric-source";
import type { SourceRecord, SourceStore } from "@/lib/ports/source-store";
import { refuse } from "../refusal-reasons";

export type TrySourcePorts = {
  sources: Pick<SourceStore, "find">;
  /** Opens a connection of its own for the test. */
  connect: (record: SourceRecord) => { source: MetricSource; close: () => void };
  now: () => Promise<Instant>;
  /** Milliseconds on a clock that nobody corrects. */
  stopwatch: () => number;
};

/** Whether a body is what Prometheus answers to `vector(1)`. */
function isVector(body: unknown): boolean {
  if (typeof body !== "object" || body === null) return false;
  const data: unknown = Reflect.get(body, "data");
  const isSuccess = Reflect.get(body, "status") === "success";
  return isSuccess && typeof data === "object" && data !== null && Reflect.get(data, "resultType") === "vector";
}

function outcomeOf(reply: SourceReply): Pick<SourceTest, "outcome" | "detail"> {
  if (reply.kind === "fault") return { outcome: reply.because, detail: reply.detail };
  const { status, body } = reply;
  if (status === 401 || status === 403) return { outcome: "unauthorised", detail: `HTTP ${status}` };
  if (status !== 200) return { outcome: "status", detail: `HTTP ${status}` };
  return isVector(body) ? { outcome: "ok", detail: "" } : { outcome: "not-prometheus", detail: "" };
}

/** Asks a defined source the simplest question there is, and for its alerts: "test connection". */
export async function trySource(
  { sources, connect, now, stopwatch }: TrySourcePorts,
  { actor, sourceId }: { actor: Actor; sourceId: string },
): Promise<Answer<SourceTest>> {
  const may = actor.kind === "person" && actor.permissions.includes("administrator");
  if (!may) return refuse("forbidden", "administrator-only");
  const record = await sources.find(sourceId);
  if (record === null) return refuse("unknown_id", "unknown-source", { id: sourceId });
  const { source, close } = connect(record);
  try {
    const began = stopwatch();
    const reply = await source.query({ query: "vector(1)", at: await now() });
    const tookMs = Math.round(stopwatch() - began);
    const alerts = record.alertmanagerUrl === null ? null : await source.alerts();
    const alertmanager = alerts === null ? null : alerts.kind === "fault" ? alerts.because : "ok";
    return { ok: true, value: { reachable: reply.kind === "reply", tookMs, alertmanager, ...outcomeOf(reply) } };
  } finally {
    close();
  }
}
