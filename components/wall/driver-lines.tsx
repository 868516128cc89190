"use client";

import { versionCounts } from "@/components/ui/watch/version-counts";
import { backByDriver } from "@/lib/domain/release/back-by-driver";
import { formatElapsed, formatTook } from "@/lib/i18n/format-duration";
import { useScene } from "./scene";

/** The traffic's own way back by its driver, against the time that the plan gives the switch. */
export function BackLine() {
  const { plan, state, now, say } = useScene();
  const back = backByDriver(plan, state);
  if (back === null) return null;
  const took = (back.until ?? now) - back.since;
  const over = back.targetMs !== null && took > back.targetMs;
  const isBad = ["failed", "late", "lost"].includes(back.standing);
  const target = back.targetMs === null ? "" : `\u00a0${say("now.backTarget", { seconds: back.targetMs / 1000 })}`;
  return (
    <span className={isBad || over ? "w-late" : undefined}>
      {say(`now.back.${back.standing}`, { took: back.until === null ? formatElapsed(took) : formatTook(took) })}
      {target}
    </span>
  );
}

/** Which version has answered how many requests since the share was set, as they say themselves. */
export function CountLine() {
  const { round, say } = useScene();
  const counts = versionCounts(round);
  if (counts.length === 0) return null;
  return (
    <li>
      <span className="w-dim">{say("watch.counted")} </span>
      {counts.map(({ side, version, count }) => (
        <span key={`${side} ${version}`} className={side === "green" ? "text-new" : "text-old"}>
          {version ?? say(`traffic.${side === "green" ? "new" : "old"}`)} {count}{" "}
        </span>
      ))}
    </li>
  );
}
