import type { StageId } from "@/lib/domain/plan/ids";
import type { Plan } from "@/lib/domain/plan/plan";
import { describeEvent } from "@/lib/domain/release/describe";
import { eventRemark } from "@/lib/domain/release/event-remark";
import type { ReleaseEvent } from "@/lib/domain/release/events";
import type { Phrase } from "@/lib/domain/release/phrase";
import type { Instant } from "@/lib/domain/release/time";

/** A sentence in the plan's own language. */
export type SayIn = (language: "zh" | "en", phrase: Phrase) => string;

/** What an event means on a time axis: a point, or the begin or end of a stage's span. `at` is real time. */
export type AnnotationAct =
  | { kind: "point"; about: "decision" | "rollback"; at: Instant; lines: string[] }
  | { kind: "begin"; stage: StageId; at: Instant; lines: string[] }
  | { kind: "end"; stage: StageId; at: Instant; lines: string[] };

type Told = { plan: Plan; open: readonly StageId[]; say: SayIn };

/** What is to be annotated of one event; nothing of most. `open` are the stages whose span has no end yet. */
export function annotationActs(event: ReleaseEvent, { plan, open, say }: Told): AnnotationAct[] {
  const { at } = event;
  const lines = [say(plan.language, describeEvent(plan, event)), eventRemark(event)].filter((line) => line !== "");
  const endAll = open.map((stage): AnnotationAct => ({ kind: "end", stage, at, lines }));
  switch (event.type) {
    case "stage.started":
      return [{ kind: "begin", stage: event.payload.stage, at, lines }];
    case "stage.completed":
    case "stage.stopped":
    case "stage.failed":
      return endAll.filter((act) => act.kind === "end" && act.stage === event.payload.stage);
    case "gate.decided":
    case "gate.overridden":
      return [{ kind: "point", about: "decision", at, lines }];
    case "rollback.started":
    case "rollback.completed":
      return [...endAll, { kind: "point", about: "rollback", at, lines }];
    case "release.completed":
    case "release.cancelled":
    case "release.closed":
      return endAll;
    default:
      return [];
  }
}
