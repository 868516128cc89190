import type { ReleaseEvent } from "@/lib/domain/release/events";

/** One page of the log as `GET …/events` answers it. `seq` and `head` are those of the last event in it. */
export type EventPage = { events: ReleaseEvent[]; seq: number; head: string };

export const pageSize = 500;

class EventsUnreachable extends Error {
  readonly status: number | null;

  constructor(status: number | null) {
    super(status === null ? "The server did not answer." : `The server answered ${status}.`);
    this.status = status;
  }
}

/** The headers that let a wall in by its display link; signed-in people come with their cookie. */
function displayHeaders(displayToken: string | null): Record<string, string> {
  return displayToken === null ? {} : { "x-display-token": displayToken };
}

export async function fetchEvents(
  { releaseId, after, displayToken }: { releaseId: string; after: number; displayToken: string | null },
  signal?: AbortSignal,
): Promise<EventPage> {
  const address = `/api/v1/releases/${encodeURIComponent(releaseId)}/events?after=${after}&limit=${pageSize}`;
  const response = await fetch(address, {
    headers: { accept: "application/json", ...displayHeaders(displayToken) },
    cache: "no-store",
    signal: signal ?? AbortSignal.timeout(10_000),
  }).catch(() => null);
  if (response === null) throw new EventsUnreachable(null);
  if (!response.ok) throw new EventsUnreachable(response.status);
  return response.json();
}
