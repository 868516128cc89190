import type { StageId } from "@/lib/domain/plan/ids";
import type { Instant } from "@/lib/domain/release/time";
import type { CompanionMemory } from "@/lib/ports/companion-store";

/** An annotation that was written. */
export type Note = { id: number; panel: number | null };

/** A stage's span whose end is still to come. */
export type OpenSpan = { stage: StageId; at: Instant; lines: string[]; notes: Note[] };

/** What is remembered between two tries, in the middle of an event too. */
export type Memory = {
  /** The Grafana that the ids are of: at another address they would be another's annotations. */
  address: string;
  /** The mark that was being sent: whether it arrived is asked before it is sent again. */
  sending: string | null;
  /** How many deliveries of the next event are done. */
  done: number;
  open: OpenSpan[];
};

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isStage(value: unknown): value is StageId {
  return typeof value === "string" && value.startsWith("stage:");
}

function noteOf(value: unknown): Note[] {
  if (!isRecord(value) || typeof value["id"] !== "number") return [];
  return [{ id: value["id"], panel: typeof value["panel"] === "number" ? value["panel"] : null }];
}

function spanOf(value: unknown): OpenSpan[] {
  if (!isRecord(value)) return [];
  const { stage, at, lines, notes } = value;
  if (!isStage(stage) || typeof at !== "number" || !Array.isArray(lines) || !Array.isArray(notes)) return [];
  return [{ stage, at, lines: lines.map(String), notes: notes.flatMap(noteOf) }];
}

/** The memory as it was stored; ids of another address are forgotten, so that a span is written anew and whole there. */
export function restoreCompanion(stored: CompanionMemory | null, address: string): Memory {
  const { sending, done, open } = stored ?? {};
  const spans = Array.isArray(open) ? open.flatMap(spanOf) : [];
  const isSame = stored?.["address"] === address;
  return {
    address,
    sending: isSame && typeof sending === "string" ? sending : null,
    done: isSame && typeof done === "number" ? done : 0,
    open: isSame ? spans : spans.map((span) => ({ ...span, notes: [] })),
  };
}
