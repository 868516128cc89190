"use client";

import { useMemo } from "react";
import { StateMark } from "@/components/ui/state-mark";
import { reactionTimes } from "@/lib/domain/release/reaction-times";
import { useScene } from "./scene";

/** After a fault that was caught: the seconds from the fault to its detection, to the rollback, to the traffic's being back. */
export function ReactionLine() {
  const { events, say } = useScene();
  const times = useMemo(() => reactionTimes(events), [events]);
  if (times === null) return null;
  const since = (at: number | null) => (at === null ? "–" : String(Math.round((at - times.injectedAt) / 1000)));
  if (times.detected === null) {
    return (
      <li>
        <StateMark tone="caution">{say("reaction.pending")}</StateMark>
      </li>
    );
  }
  return (
    <li className="w-reaction">
      <StateMark tone={times.trafficBackAt === null ? "active" : "done"}>
        {say("reaction.detected", { seconds: since(times.detected.at) })}
      </StateMark>
      {times.rolledBackAt === null ? null : (
        <span>
          {say("reaction.rollback", { seconds: since(times.rolledBackAt) })}{" "}
          {times.trafficBackAt === null
            ? say("reaction.waiting")
            : say("reaction.back", { seconds: since(times.trafficBackAt) })}
        </span>
      )}
    </li>
  );
}
