import type { Plan } from "@/lib/domain/plan/plan";
import type { ReleaseEvent } from "@/lib/domain/release/events";
import type { Annotation, AnnotationBoard, BoardFault } from "@/lib/ports/annotation-board";
import { type AnnotationAct, annotationActs, type SayIn } from "./annotation-acts";
import type { Memory, Note, OpenSpan } from "./companion-memory";

export type Delivering = {
  board: AnnotationBoard;
  plan: Plan;
  say: SayIn;
  /** Where each annotation goes; one null = on all panels. */
  panels: readonly (number | null)[];
  /** Leads back to the release. */
  link: string;
  /** Keeps the memory and renews the lease before anything is sent; false when another follows now. */
  keep: (memory: Memory, told: boolean) => Promise<boolean>;
};

/** One request that changes something outside. */
type Delivery =
  | {
      kind: "add";
      about: string;
      panel: number | null;
      opens: OpenSpan | null;
      annotation: Omit<Annotation, "tags" | "panel">;
    }
  | { kind: "change"; note: Note; lines: string[]; until: number };

export type Delivered = { kind: "told"; memory: Memory } | { kind: "lost" } | { kind: "failed"; fault: BoardFault };

const TAG_MAX = 100;

function deliveriesOf(act: AnnotationAct, { open }: Memory, { panels, link }: Delivering): Delivery[] {
  const { at, lines } = act;
  const add = (about: string, opens: OpenSpan | null, annotation: Omit<Annotation, "tags" | "panel">) =>
    panels.map((panel): Delivery => ({ kind: "add", about, panel, opens, annotation }));
  if (act.kind === "point") return add(act.about, null, { at, until: null, lines, link });
  if (act.kind === "begin") {
    const begun: OpenSpan = { stage: act.stage, at, lines, notes: [] };
    return add("stage", begun, { at, until: null, lines, link });
  }
  const span = open.find(({ stage }) => stage === act.stage);
  if (span === undefined) return [];
  const whole = [...span.lines, ...lines];
  if (span.notes.length === 0) return add("stage", null, { at: span.at, until: at, lines: whole, link });
  return span.notes.map((note): Delivery => ({ kind: "change", note, lines: whole, until: at }));
}

function tagsOf({ plan }: Delivering, event: ReleaseEvent, mark: string, about: string): string[] {
  const tags = ["holdpoint", `release:${event.releaseId}`, mark, about, `version:${plan.info.version}`];
  return tags.map((tag) => tag.slice(0, TAG_MAX));
}

type Sent = { kind: "sent"; memory: Memory } | { kind: "lost" } | BoardFault;

/** Written once: before, it is noted what is being sent; after an unclear end, Grafana is asked whether it is there. */
async function add(
  delivery: Extract<Delivery, { kind: "add" }>,
  event: ReleaseEvent,
  memory: Memory,
  by: Delivering,
): Promise<Sent> {
  const { about, panel, opens, annotation } = delivery;
  const mark = `mark:${event.seq}.${memory.done}`;
  const tags = tagsOf(by, event, mark, about);
  const found = memory.sending === mark ? await by.board.find(tags.slice(0, 3)) : null;
  if (found?.kind === "fault") return found;
  let id = found?.id ?? null;
  if (id === null) {
    if (!(await by.keep({ ...memory, sending: mark }, false))) return { kind: "lost" };
    const added = await by.board.add({ ...annotation, tags, panel });
    if (added.kind === "fault") return added;
    id = added.id;
  }
  const next = { ...memory, sending: null, done: memory.done + 1 };
  if (opens === null) return { kind: "sent", memory: next };
  const begun = memory.open.find(({ stage, at }) => stage === opens.stage && at === opens.at) ?? opens;
  const others = memory.open.filter(({ stage }) => stage !== opens.stage);
  const noted = { ...begun, notes: [...begun.notes, { id, panel }] };
  return { kind: "sent", memory: { ...next, open: [...others, noted] } };
}

/** The same change made twice is one; what somebody has removed stays removed. */
async function change(
  { note, lines, until }: Extract<Delivery, { kind: "change" }>,
  memory: Memory,
  by: Delivering,
): Promise<Sent> {
  const changed = await by.board.change(note.id, { lines, link: by.link, until });
  return changed.kind === "fault" ? changed : { kind: "sent", memory: { ...memory, done: memory.done + 1 } };
}

/** Tells of one event whatever has not been told yet. */
export async function deliverEvent(event: ReleaseEvent, before: Memory, by: Delivering): Promise<Delivered> {
  // The span that this very event has begun is no span to be ended by it.
  const open = before.open.map(({ stage }) => stage);
  const acts = annotationActs(event, { plan: by.plan, open, say: by.say });
  const deliveries = acts.flatMap((act) => deliveriesOf(act, before, by));
  let memory = before;
  for (const delivery of deliveries.slice(before.done)) {
    const sent = delivery.kind === "add" ? await add(delivery, event, memory, by) : await change(delivery, memory, by);
    if (sent.kind === "fault") return { kind: "failed", fault: sent };
    if (sent.kind === "lost" || !(await by.keep(sent.memory, true))) return { kind: "lost" };
    memory = sent.memory;
  }
  const ended = new Set(acts.flatMap((act) => (act.kind === "end" ? [act.stage] : [])));
  const stillOpen = memory.open.filter(({ stage }) => !ended.has(stage));
  return { kind: "told", memory: { ...memory, done: 0, sending: null, open: stillOpen } };
}
