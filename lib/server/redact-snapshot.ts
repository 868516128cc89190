import type { ReleaseSnapshot } from "@/lib/contracts/live";
import { hideContactsIn, redactPlan } from "@/lib/domain/plan/redact";
import { withoutCommands } from "@/lib/domain/plan/without-commands";
import { hideContacts, redactEvent } from "@/lib/domain/release/redact-event";

/** The snapshot for a screen that only shows: no phones and mails, and no commands of the plan. */
export function redactSnapshot(snapshot: ReleaseSnapshot): ReleaseSnapshot {
  return {
    ...snapshot,
    plan: withoutCommands(redactPlan(snapshot.plan)),
    state: hideContactsIn(snapshot.state),
    recent: snapshot.recent.map(redactEvent),
    ...(snapshot.outputs === undefined
      ? {}
      : { outputs: snapshot.outputs.map((news) => ({ ...news, line: hideContacts(news.line) })) }),
  };
}
