import type { ReleaseEvent } from "@/lib/domain/release/events";

/** The Postgres channel that every instance listens on. */
export const RELEASE_CHANNEL = "holdpoint_release";

/** Postgres refuses payloads of 8,000 bytes; some room is left for its own. */
export const MAX_NOTIFICATION_BYTES = 7_900;

/**
 * What an append tells every instance. `from..seq` are the numbers of the new events and `head` is the hash of the last; `events`
 * is left out when they do not fit: read what comes after the last number that you have.
 */
export type ReleaseNotification = {
  release: string;
  from: number;
  seq: number;
  head: string;
  events?: ReleaseEvent[];
};

/** One line for NOTIFY, with the events while they fit. */
export function writeNotification(notification: ReleaseNotification): string {
  const whole = JSON.stringify(notification);
  if (new TextEncoder().encode(whole).length <= MAX_NOTIFICATION_BYTES) return whole;
  const { events: _, ...short } = notification;
  return JSON.stringify(short);
}

/** Reads a payload; null when it is not one of ours. */
export function readNotification(payload: string): ReleaseNotification | null {
  try {
    const value: unknown = JSON.parse(payload);
    return isNotification(value) ? value : null;
  } catch {
    return null;
  }
}

function isNotification(value: unknown): value is ReleaseNotification {
  if (typeof value !== "object" || value === null) return false;
  const events: unknown = Reflect.get(value, "events");
  return (
    typeof Reflect.get(value, "release") === "string" &&
    typeof Reflect.get(value, "head") === "string" &&
    Number.isInteger(Reflect.get(value, "from")) &&
    Number.isInteger(Reflect.get(value, "seq")) &&
    (events === undefined || Array.isArray(events))
  );
}
