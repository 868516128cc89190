"use client";

import { useState } from "react";
import type { ReleaseEvent } from "@/lib/domain/release/events";
import { fetchEvents, pageSize } from "@/lib/queries/release/fetch-events";
import { useRelease } from "@/lib/queries/release/use-release";

/** The part of the log from before what this page was loaded with, fetched when asked for. */
export function useOlderEvents(events: ReleaseEvent[]) {
  const { releaseId } = useRelease();
  const [older, setOlder] = useState<ReleaseEvent[]>([]);
  const [loading, setLoading] = useState(false);
  const first = older[0]?.seq ?? events[0]?.seq ?? 1;

  async function loadOlder(): Promise<void> {
    if (loading || first <= 1) return;
    setLoading(true);
    const page = await fetchEvents({ releaseId, after: Math.max(0, first - 1 - pageSize), displayToken: null }).catch(
      () => null,
    );
    setLoading(false);
    if (page !== null) setOlder([...page.events.filter((event) => event.seq < first), ...older]);
  }

  const known = events[0]?.seq ?? Number.POSITIVE_INFINITY;
  return { older: older.filter((event) => event.seq < known), hasOlder: first > 1, loading, loadOlder };
}
