import type { Answer } from "@/lib/contracts/answer";
import type { SourceTest } from "@/lib/contracts/sources";
import type { Actor } from "@/lib/domain/release/actor";
import type { Instant } from "@/lib/domain/release/time";
import type { AnnotationBoard } from "@/lib/ports/annotation-board";
import type { MetricSource, SourceReply } from "@/lib/ports/metric-source";
import type { SourceRecord, SourceStore } from "@/lib/ports/source-store";
import { refuse } from "../refusal-reasons";

export type TrySourcePorts = {
  sources: Pick<SourceStore, "find">;
  /** Opens a connection of its own for the test. */
  connect: (record: SourceRecord) => { source: MetricSource; board: AnnotationBoard | null; close: () => void };
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

function outcomeOf({ kind }: SourceRecord, reply: SourceReply): Pick<SourceTest, "outcome" | "detail"> {
  if (reply.kind === "fault") return { outcome: reply.because, detail: reply.detail };
  const { status, body } = reply;
  if (status === 401 || status === 403) return { outcome: "unauthorised", detail: `HTTP ${status}` };
  // A document somewhere below is what is asked for: that its root has none says nothing.
  if (kind === "json" && (status === 404 || (status >= 200 && status <= 299))) return { outcome: "ok", detail: "" };
  if (status !== 200) return { outcome: "status", detail: `HTTP ${status}` };
  return isVector(body) ? { outcome: "ok", detail: "" } : { outcome: "not-prometheus", detail: "" };
}

const ANNOTATING = { yes: "ok", no: "denied", unknown: "unknown" } as const;

/** Whether it would take annotations; nothing is written to find out. */
async function annotationsOf({ annotates }: SourceRecord, board: AnnotationBoard | null): Promise<string | null> {
  if (!annotates || board === null) return null;
  const may = await board.mayWrite();
  return typeof may === "string" ? ANNOTATING[may] : may.because;
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
  const { source, board, close } = connect(record);
  try {
    const at = await now();
    const began = stopwatch();
    const reply = await (source.readJson?.({ path: "" }) ?? source.query({ query: "vector(1)", at }));
    const tookMs = Math.round(stopwatch() - began);
    const alerts = record.alertmanagerUrl === null ? null : await source.alerts();
    const alertmanager = alerts === null ? null : alerts.kind === "fault" ? alerts.because : "ok";
    const annotations = await annotationsOf(record, board);
    const reachable = reply.kind === "reply";
    return { ok: true, value: { reachable, tookMs, alertmanager, annotations, ...outcomeOf(record, reply) } };
  } finally {
    close();
  }
}
