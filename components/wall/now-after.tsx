"use client";

import { formatElapsed, formatRemaining } from "@/lib/i18n/format-duration";
import { formatClock, formatDateTime } from "@/lib/i18n/format-time";
import { byName, ownerNames, roleNames } from "./names";
import { NowFrame } from "./now-frame";
import { useScene } from "./scene";

const MINUTE_MS = 60_000;

/** The release is out and is watched: the window that runs, and what it looks at. */
export function NowObserving() {
  const scene = useScene();
  const { plan, state, now, locale, say } = scene;
  const completed = state.completed;
  if (completed === null) return null;
  const open = plan.windows.filter((window) => state.windows[window.id] === undefined);
  const current = open.toSorted((a, b) => a.toMin - b.toMin)[0];
  const done = plan.windows.length - open.length;
  const who = say("now.completedBy", { time: formatClock(completed.releaseAt, plan.timeZone), who: byName(completed) });
  if (current === undefined) {
    return (
      <NowFrame
        title={say("now.windowsOver")}
        tone="done"
        who={who}
        figure={formatElapsed(now - completed.releaseAt)}
        side={[say("now.sinceCompletion"), say("now.closedByRole", { who: roleNames(scene, [plan.manager]) })]}
      />
    );
  }
  const end = completed.releaseAt + current.toMin * MINUTE_MS;
  return (
    <NowFrame
      title={say("now.observing", { window: current.text })}
      who={who}
      figure={formatRemaining(end - now)}
      side={[
        say("now.until", { time: formatDateTime(end, plan.timeZone, locale) }),
        say("now.windowsDone", { done, total: plan.windows.length }),
        current.owners.length === 0 ? current.ownersText : ownerNames(scene, current.owners),
      ]}
      foot={<span className="w-step w-dim">{current.focus.join(" · ")}</span>}
    />
  );
}

/** Over, one way or the other: when, by whom, how long it was. */
export function NowOver() {
  const { plan, state, locale, say } = useScene();
  const { ended, started, status } = state;
  if (ended === null) return null;
  const tone = status === "closed" ? "done" : "skipped";
  return (
    <NowFrame
      title={say(`now.${status}`)}
      tone={tone}
      who={say("now.endedBy", { time: formatDateTime(ended.releaseAt, plan.timeZone, locale), who: byName(ended) })}
      figure={
        started === null ? "–" : formatElapsed((state.completed?.releaseAt ?? ended.releaseAt) - started.releaseAt)
      }
      side={[started === null ? say("now.neverStarted") : say("now.tookInAll"), ended.reason]}
    />
  );
}
