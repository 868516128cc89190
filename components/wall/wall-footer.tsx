"use client";

import type { StateTone } from "@/components/ui/state-mark";
import { metricLamp, trafficLamp } from "@/components/ui/watch/lamps";
import { formatAge } from "@/lib/i18n/format-duration";
import { type Scene, useScene } from "./scene";
import { Lamp } from "./tiles";
import { WallSound } from "./wall-sound";

const OLD_MS = 15_000;

function linkTone({ link }: Scene): StateTone {
  if (link.status === "lost") return "no-go";
  if (link.status === "connecting" || !link.databaseUp) return "warning";
  return link.heardMs !== null && link.heardMs > OLD_MS ? "warning" : "go";
}

function linkWord({ link, say }: Scene): string {
  if (link.status === "live" && !link.databaseUp) return say("lamp.database");
  return say(`lamp.link.${link.status}`);
}

/** Whether the measurements are in sight, and whether the new version serves what it should. */
function WatchLamps() {
  const { state, round, realNow, say } = useScene();
  const metric = metricLamp(state, round, realNow);
  const traffic = trafficLamp(state, round);
  const age = metric.ageMs === null ? {} : { detail: say("ago", { age: formatAge(metric.ageMs) }) };
  const share = traffic.observed === null ? {} : { detail: `${traffic.observed}%` };
  return (
    <>
      <Lamp
        tone={metric.tone}
        word={say(`lamp.metrics.${metric.word}`, { source: metric.source })}
        {...age}
        beat={round?.evidence.roundAt ?? 0}
      />
      <Lamp tone={traffic.tone} word={say(`lamp.traffic.${traffic.word}`)} {...share} />
    </>
  );
}

/** Three lamps, who looks, where the log stands. */
export function WallFooter() {
  const scene = useScene();
  const { state, plan, watchers, head, link, say } = scene;
  const items = plan.sections.flatMap((section) => section.items);
  const closed = items.filter((item) => (state.items[item.id]?.status ?? "open") !== "open").length;
  const people = [...new Set(watchers.map((watcher) => watcher.name))];
  const age = link.heardMs === null ? undefined : say("ago", { age: formatAge(link.heardMs) });
  return (
    <footer className="w-footer">
      <Lamp
        tone={linkTone(scene)}
        word={linkWord(scene)}
        {...(age === undefined ? {} : { detail: age })}
        beat={link.heardMs === null ? 0 : Math.round((scene.realNow - link.heardMs) / 1000)}
      />
      <WatchLamps />
      <span className="w-dim">{say("lamp.watchers", { count: watchers.length })}</span>
      {people.length === 0 ? null : <span className="w-faint w-people">{people.join(" · ")}</span>}
      <span className="w-dim">{say("lamp.items", { closed, total: items.length })}</span>
      <WallSound />
      <span className="w-chain">
        {say("lamp.chain", { seq: state.seq, head: `${head.slice(0, 4)}…${head.slice(-4)}` })}
      </span>
    </footer>
  );
}
