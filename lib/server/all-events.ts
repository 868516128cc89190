import type { ReleaseEvent } from "@/lib/domain/release/events";
import { services } from "./composition";

const PAGE = 1_000;

/** A release's log from its first event to number `until`. */
export async function allEvents(releaseId: string, until: number): Promise<ReleaseEvent[]> {
  const events: ReleaseEvent[] = [];
  let after = 0;
  while (after < until) {
    const page = await services().listEvents({ releaseId, after, limit: PAGE });
    const last = page.at(-1);
    if (last === undefined) break;
    events.push(...page.filter(({ seq }) => seq <= until));
    after = last.seq;
  }
  return events;
}
