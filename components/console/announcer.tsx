"use client";

import { usePhrase } from "@/components/ui/phrase";
import { describeEvent } from "@/lib/domain/release/describe";
import { useRelease } from "@/lib/queries/release/use-release";

/** What a screen reader hears: every event politely, a rollback at once. */
export function Announcer() {
  const say = usePhrase();
  const { plan, events } = useRelease();
  const last = events.at(-1);
  const sentence = last === undefined ? "" : say(describeEvent(plan, last));
  const isRollback = last?.type === "rollback.started" || last?.type === "rollback.completed";
  return (
    <>
      <div className="sr-only" aria-live="polite" aria-atomic="true">
        {isRollback ? "" : sentence}
      </div>
      <div className="sr-only" aria-live="assertive" aria-atomic="true">
        {isRollback ? sentence : ""}
      </div>
    </>
  );
}
