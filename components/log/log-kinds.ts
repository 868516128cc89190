import type { EventType } from "@/lib/domain/release/events";

export const LOG_KINDS = ["all", "decisions", "work", "checklist", "people"] as const;
export type LogKind = (typeof LOG_KINDS)[number];

const PREFIXES: Record<Exclude<LogKind, "all">, readonly string[]> = {
  decisions: ["gate.", "vote.", "override.", "release.", "rollback.", "trigger.", "traffic."],
  work: ["stage.", "step.", "playbook.", "followup.", "observation.", "criterion."],
  checklist: ["item."],
  people: ["note.", "role."],
};

/** Whether an event belongs to what the reader wants to see. */
export function isOfKind(type: EventType, kind: LogKind): boolean {
  return kind === "all" || PREFIXES[kind].some((prefix) => type.startsWith(prefix));
}
