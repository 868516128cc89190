"use client";

import { Shape } from "@/components/ui/shape";
import { formatElapsed } from "@/lib/i18n/format-duration";
import { formatClock } from "@/lib/i18n/format-time";
import { useScene } from "./scene";

/** Across the top as soon as what is shown may no longer be the present. The clocks below keep running. */
export function LinkBar() {
  const { link, plan, state, realNow, say } = useScene();
  if (link.goodbye !== null) {
    return (
      <div className="w-link-bar" role="status">
        <Shape name="octagon" />
        {say(`link.${link.goodbye}`)}
      </div>
    );
  }
  if (link.status === "lost") {
    return (
      <div className="w-link-bar" role="status">
        <Shape name="octagon" />
        <b>{say("link.lost", { since: formatElapsed(link.sinceMs) })}</b>
        {say("link.shown", {
          seq: state.seq,
          time: formatClock(realNow - (link.heardMs ?? link.sinceMs), plan.timeZone),
        })}
      </div>
    );
  }
  if (!link.databaseUp) {
    return (
      <div className="w-link-bar caution" role="status">
        <Shape name="triangle" />
        {say("link.database")}
      </div>
    );
  }
  return null;
}
