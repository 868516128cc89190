import type { EventBody } from "./events";
import type { Phrase } from "./phrase";

/** The reason or note that an event carries, as its author wrote it; empty where there is none. */
export function eventRemark(event: EventBody): string {
  const payload: object = event.payload;
  for (const [name, value] of Object.entries(payload)) {
    const remark = name === "reason" || name === "note" || name === "text";
    if ((remark || (name === "outcome" && event.type === "playbook.closed")) && typeof value === "string") return value;
  }
  return "";
}

/** The judge's reason that an event carries, to be said in the reader's language; null where a person gave it, or none. */
export function eventSays({ payload }: EventBody): Phrase | null {
  const says = "says" in payload ? payload.says : undefined;
  return typeof says === "object" ? says : null;
}
